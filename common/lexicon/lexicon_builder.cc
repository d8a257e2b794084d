#include "common/lexicon/lexicon_builder.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "common/lexicon/loanword.h"
#include "common/lexicon/name_choice.h"
#include "common/lexicon/pair_filter.h"
#include "common/lexicon/sound.h"
#include "common/lexicon/term_postings.h"
#include "common/schema.h"
#include "common/text/hangul.h"

namespace saegin::lexicon {

namespace {

using schema::TermField;

/// Papers by the form in which they write a name.
using Forms = std::map<std::string, std::uint32_t>;

/// The form of most papers; the first in byte order of several.
const std::string& most_written(const Forms& forms) {
    return std::max_element(forms.begin(), forms.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

/// What says that two names are one: how either is written there, and the terms that tell so.
struct Evidence {
    Forms english;
    Forms other;
    std::vector<std::string> terms;
};

/// All glosses of one English name, by the key of the other name.
using Glosses = std::map<std::string, Evidence>;

class Builder {
public:
    Builder(const Xapian::Database& database, text::Analyzer& analyzer, Reading reading)
        : database_(database),
          analyzer_(analyzer),
          postings_(database, reading),
          papers_(static_cast<double>(postings_.size())) {}

    Lexicon run() && {
        read_glosses();
        postings_.expect(terms_of_glosses());
        for (const auto& [key, english] : glosses_) {
            choose(key, english);
        }
        loanwords();
        return Lexicon::from_pairs(without_doubtful(pairs_));
    }

private:
    void read_glosses() {
        const std::string prefix{schema::prefix(TermField::kGloss)};
        for (auto at = database_.allterms_begin(prefix); at != database_.allterms_end(prefix); ++at) {
            const std::string term = *at;
            const std::size_t tab = term.find('\t');
            if (tab == std::string::npos) {
                continue;
            }
            const std::string english = term.substr(prefix.size(), tab - prefix.size());
            const std::string other = term.substr(tab + 1);
            const std::string& english_key = key(english);
            const std::string& other_key = key(other);
            if (english_key.empty() || other_key.empty() || english_key == other_key) {
                continue;
            }
            const std::uint32_t papers = postings_.count(term, at.get_termfreq());
            gloss_papers_.emplace_hint(gloss_papers_.end(), term, papers);
            Evidence& evidence = glosses_[english_key][other_key];
            evidence.english[english] += papers;
            evidence.other[other] += papers;
            evidence.terms.push_back(term);
        }
    }

    /// The terms that `choose` may look up.
    [[nodiscard]] std::set<std::string> terms_of_glosses() const {
        std::set<std::string> terms;
        for (const auto& [english_key, glosses] : glosses_) {
            for (const auto& [other_key, evidence] : glosses) {
                if (evidence.terms.size() > 1) {
                    terms.insert(evidence.terms.begin(), evidence.terms.end());
                } else if (gloss_papers_.at(evidence.terms.front()) == 1) {
                    for (const std::string* const key : {&english_key, &other_key}) {
                        for (const std::string& word : words_of_key(*key)) {
                            terms.insert(schema::term(TermField::kText, word));
                        }
                    }
                }
            }
        }
        return terms;
    }

    const std::string& key(const std::string& name) {
        const auto [at, fresh] = keys_.try_emplace(name);
        if (fresh) {
            at->second = key_of(name, analyzer_);
        }
        return at->second;
    }

    /// Papers that give any of these glosses; one paper may write a name in several ways.
    std::uint32_t papers_with(const std::vector<std::string>& terms) {
        if (terms.size() == 1) {
            return gloss_papers_.at(terms.front());
        }
        std::set<Xapian::docid> documents;
        for (const std::string& term : terms) {
            const Documents& one = postings_.of_term(term);
            documents.insert(one.begin(), one.end());
        }
        return static_cast<std::uint32_t>(documents.size());
    }

    void choose(const std::string& english_key, const Glosses& glosses) {
        Forms forms;
        std::vector<Candidate> korean;
        for (const auto& [other_key, evidence] : glosses) {
            Candidate candidate{words_of_key(other_key), most_written(evidence.other), papers_with(evidence.terms)};
            if (std::any_of(candidate.words.begin(), candidate.words.end(), text::starts_with_hangul)) {
                korean.push_back(std::move(candidate));
                for (const auto& [form, papers] : evidence.english) {
                    forms[form] += papers;
                }
            } else {
                // A short form and the words whose initials it is: the reader of glosses has made sure of it.
                add_pair({english_key, most_written(evidence.english)}, {other_key, candidate.written},
                         candidate.papers, Origin::kGloss);
            }
        }
        if (korean.empty()) {
            return;
        }
        for (const std::size_t chosen : choose_names(korean, words_needed(most_written(forms)))) {
            const Candidate& candidate = korean[chosen];
            const std::string other_key = key_of_words(candidate.words);
            const bool mixed = !std::all_of(candidate.words.begin(), candidate.words.end(), text::starts_with_hangul);
            // Words of one stem share a key (generation, generator): the form is that of these glosses.
            const std::string& form = most_written(glosses.at(other_key).english);
            const bool seen_enough = candidate.papers > 1 || (!mixed && go_together(postings_.of_key(english_key),
                                                                                    postings_.of_key(other_key)));
            if (seen_enough && says_the_same(form, candidate)) {
                add_pair({english_key, form}, {other_key, candidate.written}, candidate.papers, Origin::kGloss);
            }
        }
    }

    void add_pair(Name english, Name other, std::uint32_t papers, Origin origin) {
        known_.emplace(std::pair{english.key, other.key}, pairs_.size());
        pairs_.push_back({std::move(english), std::move(other), papers, origin});
    }

    /// Whether two names occur in the same papers far more often than by chance: what makes up for a single gloss.
    bool go_together(const Documents& in_a, const Documents& in_b) const {
        constexpr double kFewest = 2;
        constexpr double kShareOfRarer = 0.3;
        constexpr double kShareOfCommoner = 0.03;
        constexpr double kTimesChance = 3;
        const auto together = static_cast<double>(common_count(in_a, in_b));
        const auto [rarer, commoner] =
            std::minmax({static_cast<double>(in_a.size()), static_cast<double>(in_b.size())});
        return together >= kFewest && together >= kShareOfRarer * rarer && together >= kShareOfCommoner * commoner &&
               together * papers_ > kTimesChance * rarer * commoner;
    }

    void loanwords() {
        constexpr std::uint32_t kFewestPapers = 2;
        std::map<std::string, std::vector<std::string>> english;  // by sound
        const std::string prefix{schema::prefix(TermField::kSpelling)};
        for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix); ++term) {
            if (postings_.count(*term, term.get_termfreq()) >= kFewestPapers) {
                const std::string word = (*term).substr(prefix.size());
                for (const std::string& sound : sounds_of_english(word)) {
                    if (is_telling(sound)) {
                        english[sound].push_back(word);
                    }
                }
            }
        }
        std::vector<std::string> hangul;
        schema::visit_hangul_words(database_, [&](const std::string& word, Xapian::doccount papers) {
            if (postings_.count(word, papers) >= kFewestPapers) {
                hangul.push_back(word);
            }
        });
        const std::vector<std::string> sounds = sounds_of_hangul(hangul);
        std::set<std::string> terms;
        for (std::size_t i = 0; i < hangul.size(); ++i) {
            if (const auto same = english.find(sounds[i]); same != english.end() && looks_like_loanword(hangul[i])) {
                terms.insert(schema::term(TermField::kText, hangul[i]));
                for (const std::string& word : same->second) {
                    terms.insert(schema::term(TermField::kSpelling, word));
                }
            }
        }
        postings_.expect(terms);
        for (std::size_t i = 0; i < hangul.size(); ++i) {
            if (const auto same = english.find(sounds[i]); same != english.end()) {
                loanword(hangul[i], sounds[i], same->second);
            }
        }
    }

    /// Pairs a Hangul word with the one of the English words of its sound that it is used with most. Where few papers
    /// gloss one by the other, those that use both count instead.
    void loanword(const std::string& hangul, const std::string& sound, const std::vector<std::string>& english) {
        // Of three consonants there are many words, native ones among them.
        constexpr std::size_t kSafeConsonants = 4;
        constexpr double kShareOfShort = 0.1;
        constexpr double kAlike = 0.6;
        if (!looks_like_loanword(hangul)) {
            return;
        }
        const bool is_short = consonants_in(sound) < kSafeConsonants;
        const Documents in_hangul = postings_.of_key(hangul);
        std::string best;
        std::size_t most = 0;
        for (const std::string& word : english) {
            const Documents& in_english = postings_.of_term(schema::term(TermField::kSpelling, word));
            const std::size_t together = common_count(in_hangul, in_english);
            const bool likely =
                likeness_of_vowels(hangul, word) >= kAlike &&
                (!is_short || static_cast<double>(together) >= kShareOfShort * static_cast<double>(in_hangul.size()));
            if (together > most && likely && go_together(in_hangul, in_english)) {
                most = together;
                best = word;
            }
        }
        const std::string best_key = best.empty() ? std::string{} : key(best);
        if (best_key.empty()) {
            return;
        }
        const auto papers = static_cast<std::uint32_t>(most);
        if (const auto glossed = known_.find({best_key, hangul}); glossed != known_.end()) {
            pairs_[glossed->second].papers = std::max(pairs_[glossed->second].papers, papers);
        } else {
            add_pair({best_key, best}, {hangul, hangul}, papers, Origin::kLoanword);
        }
    }

    const Xapian::Database& database_;
    text::Analyzer& analyzer_;
    Postings postings_;
    double papers_;
    std::map<std::string, std::string> keys_;                           ///< by name as written
    std::map<std::string, Glosses> glosses_;                            ///< by key of the English name
    std::map<std::string, std::uint32_t> gloss_papers_;                 ///< by term
    std::map<std::pair<std::string, std::string>, std::size_t> known_;  ///< place in pairs_, by key and other key
    std::vector<Pair> pairs_;
};

}  // namespace

Lexicon build_lexicon(const Xapian::Database& database, text::Analyzer& analyzer, Reading reading) {
    return Builder{database, analyzer, reading}.run();
}

}  // namespace saegin::lexicon
