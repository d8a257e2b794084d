#include "query/gloss_evidence.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "common/postings.h"
#include "common/schema.h"
#include "common/text/sentences.h"

namespace saegin::query {

namespace {

using lexicon::Origin;
using lexicon::Pair;
using schema::TermField;

/// How many of the words stand in `text`.
std::size_t words_in(std::string_view text, const std::vector<std::string>& words, text::Analyzer& analyzer) {
    std::set<std::string> there;
    for (const text::Token& token : analyzer.analyze(text).tokens) {
        if (token.kind == text::TokenKind::kWord) {
            there.insert(token.text);
        }
    }
    return static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [&](const std::string& word) { return there.contains(word); }));
}

/// What may hold the evidence: the title, then each section.
std::vector<std::string_view> texts_of(const Paper& paper) {
    std::vector<std::string_view> texts{paper.title};
    for (const Section& section : paper.sections) {
        texts.emplace_back(section.text);
    }
    return texts;
}

}  // namespace

Result<std::vector<Evidence>> EvidenceReader::of(const Pair& pair) {
    std::vector<std::pair<std::pair<double, std::string>, Xapian::docid>> documents;
    for (const Xapian::docid document : pair.origin == Origin::kGloss ? glossing(pair) : using_both(pair)) {
        documents.push_back(
            {{-usage_.prior(document), database_.get_document(document).get_value(schema::kIdSlot)}, document});
    }
    std::sort(documents.begin(), documents.end());
    documents.resize(std::min(documents.size(), kMostPapersRead));
    std::vector<Evidence> found;
    std::set<PaperId> seen;  // several indexes may have the same paper
    for (const auto& [rank, document] : documents) {
        if (found.size() == kMostEvidence) {
            break;
        }
        const Result<std::vector<Entry>> entries = load_entries(database_.get_document(document));
        if (!entries) {
            return entries.error();
        }
        Paper paper = merge_entries(*entries);
        std::string sentence = sentence_of(paper, pair);
        if (!sentence.empty() && seen.insert(paper.id).second) {
            found.push_back({std::move(paper.id), std::move(paper.title), paper.date, std::move(sentence)});
        }
    }
    return found;
}

std::vector<Xapian::docid> EvidenceReader::glossing(const Pair& pair) {
    const std::string prefix{schema::prefix(TermField::kGloss)};
    if (glosses_.empty()) {
        glosses_.assign(database_.allterms_begin(prefix), database_.allterms_end(prefix));
    }
    const auto may_start = [&](char letter) {
        const char lower = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
        return lower == pair.from.key.front() || lower == pair.to.key.front();
    };
    std::set<Xapian::docid> documents;
    for (const std::string& term : glosses_) {
        const std::size_t tab = term.find('\t');
        if (tab == std::string::npos || tab == prefix.size() || !may_start(term[prefix.size()])) {
            continue;
        }
        if (is_of({term.substr(prefix.size(), tab - prefix.size()), term.substr(tab + 1)}, pair)) {
            const std::vector<Xapian::docid> papers = documents_of(database_, term);
            documents.insert(papers.begin(), papers.end());
        }
    }
    return {documents.begin(), documents.end()};
}

std::vector<Xapian::docid> EvidenceReader::using_both(const Pair& pair) const {
    return documents_with(database_, lexicon::words_of_key(pair.from.key + " " + pair.to.key));
}

std::string EvidenceReader::sentence_of(const Paper& paper, const Pair& pair) {
    const std::vector<std::string> both = lexicon::words_of_key(pair.from.key + " " + pair.to.key);
    std::size_t most = 0;
    std::string best;
    for (const std::string_view text : texts_of(paper)) {
        for (const text::ByteSpan span : text::sentences(text)) {
            const std::string_view sentence = text.substr(span.begin, span.end - span.begin);
            if (pair.origin == Origin::kGloss) {
                const std::vector<lexicon::Gloss> glosses = lexicon::read_glosses(sentence);
                if (std::any_of(glosses.begin(), glosses.end(),
                                [&](const lexicon::Gloss& gloss) { return is_of(gloss, pair); })) {
                    return std::string{sentence};
                }
            } else if (const std::size_t words = words_in(sentence, both, analyzer_); words > most) {
                most = words;
                best = sentence;
            }
        }
    }
    return best;
}

bool EvidenceReader::is_of(const lexicon::Gloss& gloss, const Pair& pair) {
    const std::string& english = key(gloss.english);
    return (english == pair.from.key && key(gloss.other) == pair.to.key) ||
           (english == pair.to.key && key(gloss.other) == pair.from.key);
}

const std::string& EvidenceReader::key(const std::string& name) {
    const auto [at, fresh] = keys_.try_emplace(name);
    if (fresh) {
        at->second = lexicon::key_of(name, analyzer_);
    }
    return at->second;
}

}  // namespace saegin::query
