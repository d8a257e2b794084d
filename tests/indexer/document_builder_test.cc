// What the document of a paper promises:
//  1. Every family of terms of the schema is filled as the schema says.
//  2. Title words count kTitleWdf times and have a field of their own; no phrase reaches across parts.
//  3. Standard headings say nothing about a paper, other headings do.
//  4. Values are there where they are known and absent where they are not.
//  5. Too long terms are cut at a character and counted.
//  6. The data gives the entries back, and the same entries give the same document.
#include "indexer/document_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "common/paper_json.h"
#include "common/schema.h"
#include "common/text/unicode.h"
#include "common/vote_prior.h"
#include "indexer/manifest.h"

namespace saegin::indexer {
namespace {

using schema::TermField;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;

struct Term {
    Xapian::termcount wdf = 0;
    std::vector<Xapian::termpos> positions;
};
using Terms = std::map<std::string, Term>;

Terms terms_of(const Xapian::Document& document) {
    Terms terms;
    for (auto at = document.termlist_begin(); at != document.termlist_end(); ++at) {
        terms[*at] = {at.get_wdf(), {at.positionlist_begin(), at.positionlist_end()}};
    }
    return terms;
}

/// The terms of one family, without their prefix. Not for words: their prefix is empty.
std::vector<std::string> family(const Terms& terms, TermField field) {
    std::vector<std::string> out;
    const std::string prefix{schema::prefix(field)};
    for (const auto& [term, unused] : terms) {
        if (term.starts_with(prefix)) {
            out.push_back(term.substr(prefix.size()));
        }
    }
    return out;
}

Entry whole_entry() {
    Entry entry;
    entry.id.value = "2408.15237";
    entry.title = "Diffusion Models in Korea";
    entry.url = "https://arxiv.org/abs/2408.15237";
    entry.date = DigestDate{2024, 8, 28};
    entry.votes = 20;
    entry.authors = {"Kim Hana", "Ada KIM", "박세찬"};
    entry.sections = {{"What's New", "강화학습은 diffusion보다"}, {"남은 문제", "GPT-4o가 느립니다"}};
    entry.file = "/digests/2024/08/28.md";
    entry.line = 3;
    return entry;
}

Xapian::Document build(const std::vector<Entry>& entries, double prior = kNeutralPrior) {
    return DocumentBuilder{}.build(entries, prior);
}

TEST(DocumentBuilder, FillsEveryFamilyOfTheSchema) {
    const Terms terms = terms_of(build({whole_entry()}));
    EXPECT_THAT(family(terms, TermField::kId), ElementsAre("2408.15237"));
    EXPECT_THAT(family(terms, TermField::kTitle), ElementsAre("diffus", "in", "korea", "model"));
    EXPECT_THAT(family(terms, TermField::kAuthor), ElementsAre("ada", "hana", "kim", "박세찬"));
    EXPECT_THAT(family(terms, TermField::kAuthorName), ElementsAre("ada kim", "kim hana", "박세찬"));
    EXPECT_THAT(family(terms, TermField::kSection), ElementsAre("what's new", "남은 문제"));
    EXPECT_THAT(family(terms, TermField::kBigram), IsSupersetOf({std::string{"화학"}}));
    EXPECT_THAT(family(terms, TermField::kEdgeBigram), IsSupersetOf({std::string{"강화"}, std::string{"학습"}}));
    EXPECT_TRUE(terms.contains(source_term("/digests/2024/08/28.md")));
    for (const char* const word : {"diffus", "model", "강화학습", "gpt", "4o", "gpt4o"}) {
        EXPECT_TRUE(terms.contains(word)) << word;
    }
    EXPECT_FALSE(terms.contains("화학")) << "a bigram must not pass for a word";
}

TEST(DocumentBuilder, TitleWordsCountMore) {
    const Terms terms = terms_of(build({whole_entry()}));
    EXPECT_EQ(terms.at("model").wdf, schema::kTitleWdf);
    EXPECT_EQ(terms.at("diffus").wdf, schema::kTitleWdf + 1) << "it stands in the summary once more";
    EXPECT_EQ(terms.at("강화학습").wdf, 1U);
    EXPECT_EQ(terms.at(schema::term(TermField::kTitle, "model")).wdf, 1U);
}

TEST(DocumentBuilder, BooleanTermsWeighNothing) {
    const Terms terms = terms_of(build({whole_entry()}));
    EXPECT_EQ(terms.at("Q2408.15237").wdf, 0U);
    EXPECT_EQ(terms.at("XAada kim").wdf, 0U);
    EXPECT_EQ(terms.at("XHwhat's new").wdf, 0U);
    EXPECT_EQ(terms.at(source_term("/digests/2024/08/28.md")).wdf, 0U);
}

TEST(DocumentBuilder, WordsHavePositionsAndWholesHaveNone) {
    const Terms terms = terms_of(build({whole_entry()}));
    ASSERT_EQ(terms.at("model").positions.size(), 1U);
    EXPECT_EQ(terms.at("model").positions.front(), terms.at("diffus").positions.front() + 1);
    EXPECT_EQ(terms.at(schema::term(TermField::kTitle, "model")).positions.front(),
              terms.at(schema::term(TermField::kTitle, "diffus")).positions.front() + 1);
    EXPECT_THAT(terms.at("gpt4o").positions, IsEmpty());
    EXPECT_THAT(terms.at("XG화학").positions, IsEmpty());
}

TEST(DocumentBuilder, NoPhraseReachesAcrossParts) {
    Entry entry = whole_entry();
    entry.title = "alpha";
    entry.sections = {{"", "beta"}, {"", "gamma"}};
    const Terms terms = terms_of(build({entry}));
    constexpr Xapian::termpos kWidestWindow = 50;
    EXPECT_GT(terms.at("beta").positions.front(), terms.at("alpha").positions.front() + kWidestWindow);
    EXPECT_GT(terms.at("gamma").positions.front(), terms.at("beta").positions.front() + kWidestWindow);
}

TEST(DocumentBuilder, OnlyHeadingsThatSaySomethingAreText) {
    const Terms terms = terms_of(build({whole_entry()}));
    EXPECT_TRUE(terms.contains("문제"));
    EXPECT_FALSE(terms.contains("new"));
}

TEST(DocumentBuilder, ValuesTellWhatIsKnown) {
    const Xapian::Document document = build({whole_entry()}, 0.75);
    EXPECT_EQ(Xapian::sortable_unserialise(document.get_value(schema::kDateSlot)), to_days({2024, 8, 28}));
    EXPECT_EQ(Xapian::sortable_unserialise(document.get_value(schema::kVotesSlot)), 20);
    EXPECT_EQ(Xapian::sortable_unserialise(document.get_value(schema::kPriorSlot)), 0.75);
    EXPECT_EQ(document.get_value(schema::kIdSlot), "2408.15237");
    EXPECT_EQ(document.get_value(schema::kAuthorsSlot), "Kim Hana\nAda KIM\n박세찬") << "as written";
    EXPECT_EQ(document.get_value(schema::kSectionsSlot), "What's New\n남은 문제") << "as written";
}

TEST(DocumentBuilder, ValuesAreAbsentWhereNothingIsKnown) {
    Entry entry = whole_entry();
    entry.date.reset();
    entry.votes.reset();
    entry.authors.clear();
    entry.sections = {{"", "제목 없는 글"}};
    const Xapian::Document document = build({entry});
    EXPECT_EQ(document.get_value(schema::kAuthorsSlot), "");
    EXPECT_EQ(document.get_value(schema::kSectionsSlot), "");
    EXPECT_EQ(document.get_value(schema::kDateSlot), "");
    EXPECT_EQ(document.get_value(schema::kVotesSlot), "");
    EXPECT_EQ(document.get_value(schema::kPriorSlot), prior_value(kNeutralPrior));
    entry.votes = 0;
    EXPECT_NE(build({entry}).get_value(schema::kVotesSlot), "") << "no votes are not unknown votes";
}

TEST(DocumentBuilder, ANameNeverPassesForTwo) {
    Entry entry = whole_entry();
    entry.authors = {"Ada\nExample", "Bo"};
    EXPECT_EQ(build({entry}).get_value(schema::kAuthorsSlot), "Ada Example\nBo");
}

TEST(DocumentBuilder, APaperOfTwoDaysIsOneDocument) {
    Entry later = whole_entry();
    later.date = DigestDate{2024, 9, 2};
    later.file = "/digests/2024/09/02.md";
    later.title = "Renamed Work";
    later.votes = 5;
    const Xapian::Document document = build({whole_entry(), later});
    const Terms terms = terms_of(document);
    EXPECT_TRUE(terms.contains("Srenam")) << "the newest title counts";
    EXPECT_FALSE(terms.contains("Skorea"));
    EXPECT_TRUE(terms.contains(source_term("/digests/2024/08/28.md")));
    EXPECT_TRUE(terms.contains(source_term("/digests/2024/09/02.md")));
    EXPECT_EQ(Xapian::sortable_unserialise(document.get_value(schema::kDateSlot)), to_days({2024, 8, 28}));
    EXPECT_EQ(Xapian::sortable_unserialise(document.get_value(schema::kVotesSlot)), 20);
}

TEST(DocumentBuilder, CutsTooLongNamesAtACharacterAndCountsThem) {
    Entry entry = whole_entry();
    std::string name = "a";  // so that the cut would fall inside a syllable
    for (int i = 0; i < 200; ++i) {
        name += "가";
    }
    entry.authors = {name};
    entry.sections = {{name, "짧은 글"}};
    DocumentBuilder builder;
    const Terms terms = terms_of(builder.build({entry}, kNeutralPrior));
    EXPECT_GE(builder.cut_terms(), 2U);
    for (const auto& [term, unused] : terms) {
        EXPECT_LE(term.size(), schema::kMaxTermBytes) << term;
        EXPECT_EQ(text::repair_utf8(term).replacements, 0U) << "cut inside a character: " << term;
    }
    const std::size_t before = builder.cut_terms();
    (void)builder.build({whole_entry()}, kNeutralPrior);
    EXPECT_EQ(builder.cut_terms(), before) << "nothing to cut in a usual paper";
}

TEST(DocumentBuilder, TheLongestIdFits) {
    Entry entry = whole_entry();
    entry.id.value = std::string(kMaxIdBytes, 'x');
    EXPECT_TRUE(terms_of(build({entry})).contains("Q" + entry.id.value));
}

TEST(DocumentBuilder, DataGivesTheEntriesBack) {
    Entry bare;
    bare.id = whole_entry().id;
    bare.title = "$λ$-\"quoted\"";
    bare.file = "/z.jsonl";
    bare.line = 1;
    const std::vector<Entry> entries{bare, whole_entry()};
    const auto read = entries_from_json(build(entries).get_data());
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, entries);
}

TEST(DocumentBuilder, ABuilderThatHasBuiltBuildsTheSame) {
    DocumentBuilder used;
    Entry other = whole_entry();
    other.title = "Something else entirely";
    (void)used.build({other}, 0.1);
    const Xapian::Document again = used.build({whole_entry()}, 0.5);
    EXPECT_EQ(again.serialise(), build({whole_entry()}, 0.5).serialise());
}

}  // namespace
}  // namespace saegin::indexer
