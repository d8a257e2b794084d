#include "common/latent/word_counts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "common/schema.h"

namespace saegin::latent {

namespace {

constexpr unsigned kBits = 7;
constexpr std::uint32_t kMore = 1U << kBits;

void put(std::string& text, std::uint32_t number) {
    for (; number >= kMore; number >>= kBits) {
        text += static_cast<char>((number % kMore) | kMore);
    }
    text += static_cast<char>(number);
}

void put(std::string& text, std::string_view word) {
    put(text, static_cast<std::uint32_t>(word.size()));
    text += word;
}

/// Takes numbers and words off the front of a text; what is missing or too long makes it bad.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::uint32_t number() {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 5 * kBits; shift += kBits) {
            if (text_.empty()) {
                break;
            }
            const auto byte = static_cast<unsigned char>(text_.front());
            text_.remove_prefix(1);
            number |= std::uint64_t{byte % kMore} << shift;
            if (byte < kMore && number <= UINT32_MAX) {
                return static_cast<std::uint32_t>(number);
            }
        }
        good_ = false;
        return 0;
    }
    /// A number of things that follow, each of at least one byte.
    std::uint32_t count() {
        const std::uint32_t count = number();
        good_ = good_ && count <= text_.size();
        return good_ ? count : 0;
    }
    std::string word() {
        const std::uint32_t size = count();
        std::string word{text_.substr(0, size)};
        text_.remove_prefix(size);
        return word;
    }
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool at_end() const { return text_.empty(); }

private:
    std::string_view text_;
    bool good_ = true;
};

}  // namespace

WordCounts read_word_counts(const Xapian::Database& database) {
    WordCounts counts;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        std::string word = *term;
        const bool prefixed = word.front() >= 'A' && word.front() <= 'Z';  // words have no prefix
        if (!prefixed) {
            counts.words.push_back(std::move(word));
        }
    }
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        const Xapian::Document document = database.get_document(*at, Xapian::DOC_ASSUME_VALID);
        WordCounts::Paper paper{document.get_value(schema::kIdSlot), {}};
        auto place = counts.words.begin();
        for (auto term = database.termlist_begin(*at); term != database.termlist_end(*at); ++term) {
            place = std::lower_bound(place, counts.words.end(), *term);
            if (place != counts.words.end() && *place == *term) {
                paper.words.emplace_back(static_cast<std::uint32_t>(place - counts.words.begin()), term.get_wdf());
            }
        }
        counts.papers.push_back(std::move(paper));
    }
    std::sort(counts.papers.begin(), counts.papers.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return counts;
}

WordCounts joined(const std::vector<WordCounts>& parts) {
    std::set<std::string> words;
    for (const WordCounts& part : parts) {
        words.insert(part.words.begin(), part.words.end());
    }
    WordCounts all;
    all.words.assign(words.begin(), words.end());
    std::map<std::string, WordCounts::Paper> papers;
    for (const WordCounts& part : parts) {
        std::vector<std::uint32_t> places;  // of the part's words among all
        places.reserve(part.words.size());
        for (const std::string& word : part.words) {
            const auto place = std::lower_bound(all.words.begin(), all.words.end(), word);
            places.push_back(static_cast<std::uint32_t>(place - all.words.begin()));
        }
        for (const WordCounts::Paper& paper : part.papers) {
            const auto [at, fresh] = papers.try_emplace(paper.id, paper);
            if (fresh) {
                for (auto& [place, count] : at->second.words) {
                    place = places[place];
                }
            }
        }
    }
    for (auto& [id, paper] : papers) {
        all.papers.push_back(std::move(paper));
    }
    return all;
}

std::string to_text(const WordCounts& counts) {
    std::string text;
    put(text, static_cast<std::uint32_t>(counts.words.size()));
    for (const std::string& word : counts.words) {
        put(text, word);
    }
    put(text, static_cast<std::uint32_t>(counts.papers.size()));
    for (const WordCounts::Paper& paper : counts.papers) {
        put(text, paper.id);
        put(text, static_cast<std::uint32_t>(paper.words.size()));
        std::uint32_t last = 0;
        for (const auto& [place, count] : paper.words) {
            put(text, place - last);
            put(text, count);
            last = place;
        }
    }
    return text;
}

Result<WordCounts> word_counts_from(std::string_view text) {
    WordCounts counts;
    Reader reader{text};
    counts.words.resize(reader.count());
    for (std::string& word : counts.words) {
        word = reader.word();
    }
    counts.papers.resize(reader.count());
    for (WordCounts::Paper& paper : counts.papers) {
        paper.id = reader.word();
        paper.words.resize(reader.count());
        std::uint64_t place = 0;
        for (auto& entry : paper.words) {
            place += reader.number();
            entry = {static_cast<std::uint32_t>(std::min<std::uint64_t>(place, counts.words.size())), reader.number()};
        }
        if (place >= counts.words.size() && !paper.words.empty()) {
            break;
        }
    }
    const bool known = std::all_of(counts.papers.begin(), counts.papers.end(), [&](const WordCounts::Paper& paper) {
        return paper.words.empty() || paper.words.back().first < counts.words.size();
    });
    if (!reader.good() || !reader.at_end() || !known) {
        return Error{Code::kCorrupt, "the word counts stored in the index cannot be read",
                     "build the index anew with: saegin-index --rebuild"};
    }
    return counts;
}

}  // namespace saegin::latent
