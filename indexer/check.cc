#include "indexer/check.h"

#include <set>
#include <sstream>

#include "common/paper_json.h"
#include "common/schema.h"
#include "common/xapian_guard.h"
#include "indexer/document_builder.h"
#include "indexer/learned.h"
#include "indexer/manifest.h"

namespace saegin::indexer {

Result<std::vector<std::string>> check_index(const IndexFolder& folder) {
    const Result<Xapian::Database> opened = open_index(folder);
    if (!opened) {
        return opened.error();
    }
    const Result<std::optional<unsigned>> current = folder.current();
    return guard("checking the index", [&]() -> Result<std::vector<std::string>> {
        std::vector<std::string> problems;
        std::ostringstream said;
        const std::size_t errors = Xapian::Database::check(folder.generation(**current).string(), 0, &said);
        if (errors > 0) {
            problems.push_back("Xapian found " + std::to_string(errors) + " errors:\n" + said.str());
        }
        const Result<Manifest> manifest = read_manifest(*opened);
        if (!manifest) {
            problems.push_back(to_string(manifest.error()));
            return problems;
        }
        for (const auto& [key, value] : learn(*opened)) {
            if (opened->get_metadata(key) != value) {
                problems.push_back("what stands under " + key + " is not what the papers in the index teach");
            }
        }
        std::set<std::string> ids;
        for (auto at = opened->postlist_begin(""); at != opened->postlist_end(""); ++at) {
            const Xapian::Document document = opened->get_document(*at);
            const Result<std::vector<Entry>> entries = entries_from_json(document.get_data());
            const std::string number = std::to_string(*at);
            if (!entries) {
                problems.push_back("document " + number + ": " + to_string(entries.error()));
                continue;
            }
            const std::string& id = entries->front().id.value;
            if (!ids.insert(id).second) {
                problems.push_back("paper " + id + " stands twice");
            }
            if (document.get_value(schema::kIdSlot) != id ||
                opened->get_termfreq(schema::term(schema::TermField::kId, id)) != 1) {
                problems.push_back("paper " + id + " is not found by its id");
            }
            const Paper paper = merge_entries(*entries);
            if (document.get_value(schema::kAuthorsSlot) != authors_value(paper) ||
                document.get_value(schema::kSectionsSlot) != sections_value(paper)) {
                problems.push_back("paper " + id + " is counted under authors or sections that are not its own");
            }
            for (const Entry& entry : *entries) {
                if (!manifest->contains(entry.file)) {
                    problems.push_back("paper " + id + " comes from '" + entry.file +
                                       "', which the index does not know");
                }
            }
        }
        return problems;
    });
}

}  // namespace saegin::indexer
