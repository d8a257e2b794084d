#include "query/stats.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>

#include "common/schema.h"

namespace saegin::query {

namespace {

std::uint64_t count_terms(const Xapian::Database& database, schema::TermField field) {
    const std::string prefix{schema::prefix(field)};
    return static_cast<std::uint64_t>(std::distance(database.allterms_begin(prefix), database.allterms_end(prefix)));
}

/// Words have no prefix: they are what is left when every other family is taken away. Their terms are folded, so a term
/// that starts with a capital is of another family.
std::uint64_t count_words(const Xapian::Database& database) {
    return static_cast<std::uint64_t>(
        std::count_if(database.allterms_begin(), database.allterms_end(),
                      [](const std::string& term) { return term[0] < 'A' || term[0] > 'Z'; }));
}

}  // namespace

Result<Stats> read_stats(IndexReader& reader) {
    return reader.read([&](const Xapian::Database& database) -> Result<Stats> {
        Stats stats;
        std::set<PaperId> seen;
        for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
            const Result<std::vector<Entry>> entries = load_entries(database.get_document(*at));
            if (!entries) {
                return entries.error();
            }
            const Paper paper = merge_entries(*entries);
            if (!seen.insert(paper.id).second) {
                continue;  // the same paper in another index
            }
            ++stats.papers;
            stats.without_votes += paper.votes ? 0U : 1U;
            stats.without_authors += paper.authors.empty() ? 1U : 0U;
            stats.without_date += paper.date ? 0U : 1U;
            stats.on_several_days += paper.days.size() > 1 ? 1U : 0U;
            if (__builtin_add_overflow(stats.votes, paper.votes.value_or(0), &stats.votes)) {
                stats.votes = std::numeric_limits<Votes>::max();
            }
            stats.most_votes = std::max(stats.most_votes, paper.votes.value_or(0));
            if (paper.date) {
                stats.first_date = std::min(stats.first_date.value_or(*paper.date), *paper.date);
                stats.last_date = std::max(stats.last_date.value_or(*paper.date), *paper.date);
            }
        }
        stats.sources = count_terms(database, schema::TermField::kSource);
        stats.authors = count_terms(database, schema::TermField::kAuthorName);
        stats.terms = static_cast<std::uint64_t>(std::distance(database.allterms_begin(), database.allterms_end()));
        stats.words = count_words(database);
        stats.average_length = database.get_avlength();
        stats.index_bytes = reader.bytes();
        return stats;
    });
}

}  // namespace saegin::query
