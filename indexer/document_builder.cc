#include "indexer/document_builder.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "common/lexicon/gloss_reader.h"
#include "common/paper_json.h"
#include "common/schema.h"
#include "common/text/unicode.h"
#include "indexer/manifest.h"

namespace saegin::indexer {

namespace {

using schema::TermField;

// Between title and sections, so that no phrase or window reaches across.
constexpr Xapian::termpos kPositionGap = 100;

// What is shorter has nothing to complete or mend; what is longer is no word.
constexpr std::size_t kShortestSpelling = 3;
constexpr std::size_t kLongestSpelling = 30;

// The headings that nearly every summary has say nothing about the paper; any other heading is text of it.
constexpr std::array<std::string_view, 3> kStandardHeadings{"what's new", "technical details",
                                                            "performance highlights"};

/// A folded text as a boolean term, cut at a character where it is too long.
std::string boolean_term(TermField field, std::string_view text, std::size_t& cut) {
    std::string term = schema::term(field, text::fold(text));
    if (term.size() > schema::kMaxTermBytes) {
        std::size_t end = schema::kMaxTermBytes;
        while ((static_cast<unsigned char>(term[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        term.resize(end);
        ++cut;
    }
    return term;
}

/// Adds analysed text to a document, field after field, position after position.
class TermAdder {
public:
    TermAdder(Xapian::Document& document, text::Analyzer& analyzer) : document_(document), analyzer_(analyzer) {}

    /// Text that is searched as words: title and summary.
    void text(std::string_view source, Xapian::termcount wdf) {
        const text::Analysis analysis = analyze(source);
        for (const text::Token& token : analysis.tokens) {
            const std::string term = schema::term(schema::field_of(token.kind), token.text);
            if (token.kind == text::TokenKind::kWord) {
                document_.add_posting(term, position_ + token.position, wdf);
                spelling(source.substr(token.span.begin, token.span.end - token.span.begin));
            } else if (token.kind == text::TokenKind::kForm) {
                document_.add_boolean_term(term);
            } else {
                document_.add_term(term, wdf);
            }
        }
        position_ += analysis.positions + kPositionGap;
    }

    /// The title once more, as a field of its own.
    void title(std::string_view source) {
        for (const text::Token& token : analyze(source).tokens) {
            if (token.kind == text::TokenKind::kWord) {
                document_.add_posting(schema::term(TermField::kTitle, token.text), 1 + token.position);
            } else if (token.kind == text::TokenKind::kWhole) {
                document_.add_term(schema::term(TermField::kTitle, token.text));
            }
        }
    }

    /// The words of all authors, each once however many share it.
    void authors(const std::vector<std::string>& names) {
        std::set<std::string> words;
        for (const std::string& name : names) {
            for (const text::Token& token : analyze(name).tokens) {
                if (token.kind == text::TokenKind::kWord || token.kind == text::TokenKind::kWhole) {
                    words.insert(token.text);
                }
            }
        }
        for (const std::string& word : words) {
            document_.add_term(schema::term(TermField::kAuthor, word));
        }
    }

    /// The names that `source` gives for the same thing.
    void glosses(std::string_view source) {
        for (const lexicon::Gloss& gloss : lexicon::read_glosses(source)) {
            document_.add_boolean_term(schema::term(TermField::kGloss, gloss.english + "\t" + gloss.other));
        }
    }

    [[nodiscard]] std::size_t cut() const { return cut_; }

private:
    /// An English word as it is spelled: what is searched for are stems, but stems are nothing to show or to mend.
    void spelling(std::string_view written) {
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        if (written.size() >= kShortestSpelling && written.size() <= kLongestSpelling &&
            std::all_of(written.begin(), written.end(), is_letter)) {
            document_.add_boolean_term(schema::term(TermField::kSpelling, text::fold(written)));
        }
    }

    text::Analysis analyze(std::string_view source) {
        text::Analysis analysis = analyzer_.analyze(source);
        cut_ += analysis.cut;
        return analysis;
    }

    Xapian::Document& document_;
    text::Analyzer& analyzer_;
    Xapian::termpos position_ = 1;
    std::size_t cut_ = 0;
};

/// Adds an entry to a value that is a list. Empty ones say nothing; a separator inside one is a blank.
void append(std::string& list, std::string_view entry) {
    if (entry.empty()) {
        return;
    }
    if (!list.empty()) {
        list += schema::kListSeparator;
    }
    std::replace_copy(entry.begin(), entry.end(), std::back_inserter(list), schema::kListSeparator, ' ');
}

}  // namespace

std::string prior_value(double prior) {
    return Xapian::sortable_serialise(prior);
}

std::string authors_value(const Paper& paper) {
    std::string value;
    for (const std::string& author : paper.authors) {
        append(value, author);
    }
    return value;
}

std::string sections_value(const Paper& paper) {
    std::string value;
    for (const Section& section : paper.sections) {
        append(value, section.heading);
    }
    return value;
}

Xapian::Document DocumentBuilder::build(const std::vector<Entry>& entries, double prior) {
    const Paper paper = merge_entries(entries);
    Xapian::Document document;
    document.set_data(entries_to_json(entries));

    TermAdder add{document, analyzer_};
    add.text(paper.title, schema::kTitleWdf);
    add.title(paper.title);
    add.glosses(paper.title);
    for (const Section& section : paper.sections) {
        if (!section.heading.empty()) {
            const std::string heading = text::fold(section.heading);
            document.add_boolean_term(boolean_term(TermField::kSection, heading, cut_));
            if (std::find(kStandardHeadings.begin(), kStandardHeadings.end(), heading) == kStandardHeadings.end()) {
                add.text(section.heading, 1);
            }
        }
        add.text(section.text, 1);
        add.glosses(section.text);
    }
    add.authors(paper.authors);
    cut_ += add.cut();

    for (const std::string& author : paper.authors) {
        document.add_boolean_term(boolean_term(TermField::kAuthorName, author, cut_));
    }
    for (const Entry& entry : entries) {
        document.add_boolean_term(source_term(entry.file));
    }
    document.add_boolean_term(schema::term(TermField::kId, paper.id.value));

    if (paper.date) {
        document.add_value(schema::kDateSlot, Xapian::sortable_serialise(to_days(*paper.date)));
    }
    if (paper.votes) {
        document.add_value(schema::kVotesSlot, Xapian::sortable_serialise(static_cast<double>(*paper.votes)));
    }
    document.add_value(schema::kPriorSlot, prior_value(prior));
    document.add_value(schema::kIdSlot, paper.id.value);
    document.add_value(schema::kAuthorsSlot, authors_value(paper));
    document.add_value(schema::kSectionsSlot, sections_value(paper));
    return document;
}

}  // namespace saegin::indexer
