#include "query/glossary.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/text/hangul.h"
#include "common/text/unicode.h"
#include "query/gloss_evidence.h"
#include "query/typed_prefix.h"

namespace saegin::query {

namespace {

using lexicon::Pair;

bool by_papers(const Pair& a, const Pair& b) {
    return std::tie(b.papers, a.from.key, a.to.key) < std::tie(a.papers, b.from.key, b.to.key);
}

/// Each pair is stored in both directions: whether this one reads from Latin script to Hangul, or from the short form
/// to the longer one.
bool is_forward(const Pair& pair) {
    const bool from_hangul = text::has_hangul(pair.from.key);
    const bool to_hangul = text::has_hangul(pair.to.key);
    if (from_hangul != to_hangul) {
        return to_hangul;
    }
    const auto measure = [](const lexicon::Name& name) {
        return std::make_tuple(name.key.size(), std::cref(name.key));
    };
    return measure(pair.from) < measure(pair.to);
}

/// The letters and digits of a name alone.
std::string letters_of(std::string_view name) {
    const std::string folded = fold_for_typing(name);
    std::string letters;
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t c = text::next_code_point(folded, at);
        if (u_isalnum(static_cast<UChar32>(c)) != 0) {
            text::append(letters, c);
        }
    }
    return letters;
}

}  // namespace

Result<Glossary> read_glossary(IndexReader& reader, std::size_t limit) {
    return reader.read([&](const Xapian::Database&) -> Result<Glossary> {
        std::vector<Pair> pairs = reader.lexicon().all();
        std::erase_if(pairs, [](const Pair& pair) { return !is_forward(pair); });
        std::sort(pairs.begin(), pairs.end(), by_papers);
        Glossary glossary{"", pairs.size(), {}};
        pairs.resize(std::min(pairs.size(), limit));
        for (Pair& pair : pairs) {
            glossary.pairs.push_back({std::move(pair), {}});
        }
        return glossary;
    });
}

Result<Glossary> look_up(IndexReader& reader, const std::string& term, std::size_t limit) {
    const std::string typed = text::to_nfc(term);
    text::Analyzer analyzer;
    const std::string key = lexicon::key_of(typed, analyzer);
    const std::string letters = letters_of(typed);
    const std::string key_letters = letters_of(key);
    return reader.read([&](const Xapian::Database& database) -> Result<Glossary> {
        Glossary glossary{typed, 0, {}};
        if (letters.empty()) {
            return glossary;
        }
        std::vector<Pair> pairs = reader.lexicon().all();
        std::erase_if(pairs, [&](const Pair& pair) {
            return pair.from.key != key && letters_of(pair.from.key) != key_letters &&
                   letters_of(pair.from.written) != letters;
        });
        std::sort(pairs.begin(), pairs.end(), by_papers);
        glossary.total = pairs.size();
        pairs.resize(std::min(pairs.size(), limit));
        EvidenceReader evidence{database, reader.joined()};
        for (Pair& pair : pairs) {
            Result<std::vector<Evidence>> found = evidence.of(pair);
            if (!found) {
                return found.error();
            }
            glossary.pairs.push_back({std::move(pair), std::move(*found)});
        }
        return glossary;
    });
}

}  // namespace saegin::query
