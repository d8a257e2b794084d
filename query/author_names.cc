#include "query/author_names.h"

#include <utility>

#include "common/paper.h"
#include "common/schema.h"
#include "common/text/unicode.h"
#include "query/index_reader.h"
#include "query/usage.h"

namespace saegin::query {

using schema::TermField;

std::vector<NamePapers> author_names(const Xapian::Database& database) {
    const std::string prefix{schema::prefix(TermField::kAuthorName)};
    std::vector<NamePapers> names;
    for (auto at = database.allterms_begin(prefix); at != database.allterms_end(prefix); ++at) {
        names.push_back({(*at).substr(prefix.size()), at.get_termfreq()});
    }
    return names;
}

Result<std::string> author_as_written(const Xapian::Database& database, const std::string& name) {
    const std::vector<Xapian::docid> documents = documents_with(database, {schema::term(TermField::kAuthorName, name)});
    std::pair<std::string, Xapian::docid> first;
    for (const Xapian::docid document : documents) {
        std::pair<std::string, Xapian::docid> one{database.get_document(document).get_value(schema::kIdSlot), document};
        if (first.second == 0 || one < first) {
            first = std::move(one);
        }
    }
    const Result<std::vector<Entry>> entries = load_entries(database.get_document(first.second));
    if (!entries) {
        return entries.error();
    }
    for (const std::string& author : merge_entries(*entries).authors) {
        if (text::fold(author) == name) {
            return author;
        }
    }
    return name;
}

}  // namespace saegin::query
