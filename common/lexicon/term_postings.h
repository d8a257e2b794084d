// The papers that have a term, read once each, and the same of several terms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

namespace saegin::lexicon {

using Documents = std::vector<Xapian::docid>;

/// How postings are read.
enum class Reading : std::uint8_t {
    kOneByOne,  ///< each term when it is asked for: quickest on this machine
    kBundled,   ///< many terms in one exchange, before they are asked for: quickest where indexes lie behind servers
};

/// Reads postings of a database, which must outlive it. Of a paper that stands in several indexes one copy counts, the
/// first. Xapian's exceptions pass through.
class Postings {
public:
    Postings(const Xapian::Database& database, Reading reading);

    /// Number of papers.
    [[nodiscard]] std::size_t size() const { return database_.get_doccount() - copies_.size(); }
    /// Number of papers that have a term whose document frequency is `documents`.
    [[nodiscard]] std::uint32_t count(const std::string& term, Xapian::doccount documents) {
        return copies_.empty() ? documents : static_cast<std::uint32_t>(of_term(term).size());
    }

    /// Tells what will be asked for. Nothing depends on it but the time that it takes.
    void expect(const std::set<std::string>& terms);

    /// Papers that have a term, ascending.
    [[nodiscard]] const Documents& of_term(const std::string& term);
    /// Papers that have all words of a key of the lexicon, ascending.
    [[nodiscard]] Documents of_key(const std::string& key);

private:
    [[nodiscard]] Documents without_copies(Documents documents) const;

    const Xapian::Database& database_;
    Reading reading_;
    std::set<Xapian::docid> copies_;
    std::map<std::string, Documents> read_;
};

/// How many papers are in both.
[[nodiscard]] std::size_t common_count(const Documents& a, const Documents& b);

}  // namespace saegin::lexicon
