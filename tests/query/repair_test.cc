// What is repaired and, above all, what is left alone. The archive is a list of words here.
#include "query/repair.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/lexicon/loanword.h"
#include "common/text/unicode.h"
#include "query/spelling_limits.h"

namespace saegin::query {
namespace {

constexpr auto kLayout = Correction::Kind::kLayout;
constexpr auto kSpelling = Correction::Kind::kSpelling;
constexpr auto kSound = Correction::Kind::kSound;

WordList words_of(std::vector<KnownWord> hangul, std::vector<KnownWord> english) {
    const auto in_order = [](const KnownWord& a, const KnownWord& b) { return a.text < b.text; };
    std::sort(hangul.begin(), hangul.end(), in_order);
    std::sort(english.begin(), english.end(), in_order);
    return {std::move(hangul), std::move(english)};
}

/// An archive of some thousand papers.
WordList archive() {
    return words_of({{"모델", 3000}, {"확산", 500},   {"언어", 900}, {"대규모", 800},   {"시스템", 300}, {"생성", 900},
                     {"학습", 2000}, {"정확도", 200}, {"정확", 300}, {"강화학습", 150}, {"그룹", 90},    {"효과", 250},
                     {"가치", 60},   {"저작권", 40},  {"권자", 1},   {"모댈", 1},       {"인코딩", 40},  {"위치", 100},
                     {"의도", 40},   {"임베딩", 200}, {"임배팅", 2}},
                    {{"gpt", 900},
                     {"image", 400},
                     {"multilingual", 120},
                     {"hallucination", 80},
                     {"coconut", 3},
                     {"got", 50},
                     {"gan", 60},
                     {"form", 200},
                     {"from", 2500},
                     {"text", 900},
                     {"retrieval", 300},
                     {"rational", 4},
                     {"relational", 30},
                     {"truly", 30},
                     {"model", 2900},
                     {"models", 2800},
                     {"rare", 1},
                     {"raptor", 1},
                     {"for", 3000}});
}

/// Whether all words of a text are in the list, or made of words in it.
class Knowledge {
public:
    Knowledge(const WordList& words, text::Analyzer& analyzer) : words_(words), analyzer_(analyzer) {}

    bool operator()(std::string_view piece) const {
        const auto tokens = analyzer_.analyze(piece).tokens;
        return std::all_of(tokens.begin(), tokens.end(), [&](const text::Token& token) {
            return token.kind != text::TokenKind::kWord ||
                   word(text::fold(piece.substr(token.span.begin, token.span.end - token.span.begin)));
        });
    }

private:
    bool word(const std::string& text) const {
        constexpr std::size_t kPart = 6;
        const bool digits = text.find_first_not_of("0123456789o") == std::string::npos;
        if (digits || papers_with(words_.hangul, text) > 0 || papers_with(words_.english, text) > 0) {
            return true;
        }
        for (std::size_t at = kPart; at + kPart <= text.size(); at += kPart / 2) {
            if (papers_with(words_.hangul, text.substr(0, at)) > 0 && word(text.substr(at))) {
                return true;
            }
        }
        return false;
    }

    const WordList& words_;
    text::Analyzer& analyzer_;
};

Repaired repaired(std::string_view query, const WordList& words = archive()) {
    text::Analyzer analyzer;
    return repair(query, words, analyzer, Knowledge{words, analyzer});
}

struct Case {
    const char* name;
    std::string typed;
    std::string text;
    std::vector<Correction::Kind> kinds;
};

std::ostream& operator<<(std::ostream& out, const Case& row) {
    return out << row.name;
}

class Repair : public testing::TestWithParam<Case> {};

TEST_P(Repair, Becomes) {
    const Case& row = GetParam();
    const Repaired result = repaired(row.typed);
    EXPECT_EQ(result.text, row.text);
    std::vector<Correction::Kind> kinds;
    for (const Correction& correction : result.corrections) {
        kinds.push_back(correction.kind);
        EXPECT_EQ(row.typed.substr(correction.span.begin, correction.span.end - correction.span.begin),
                  correction.typed);
    }
    EXPECT_EQ(kinds, row.kinds);
}

INSTANTIATE_TEST_SUITE_P(
    Layout, Repair,
    testing::Values(Case{"Korean on the English layout", "ghkrtks", "확산", {kLayout}},
                    Case{"with a lock left on", "GHKRTKS", "확산", {kLayout}},
                    Case{"a compound that is in no list", "eorbahdjsdjahepf", "대규모언어모델", {kLayout}},
                    Case{"particles and signs", "\"ghkrtksdml ahepf\"", "\"확산의 모델\"", {kLayout, kLayout}},
                    Case{"digits", "dmleh 3 ahepf-4", "의도 3 모델-4", {kLayout, kLayout}},
                    Case{"the layout was changed for the particle", "ghkrtks의", "확산의", {kLayout}},
                    Case{"English on the Korean layout", "ㅎㅔㅅ", "gpt", {kLayout}},
                    Case{"the input method made a syllable of it", "헷", "gpt", {kLayout}},
                    Case{"with Shift", "혰", "gpt", {kLayout}},
                    Case{"English with a version", "ㅎㅔㅅ-4ㅐ", "gpt-4o", {kLayout}},
                    Case{"a word of one paper is no find", "ㄱㅁㄱㄷ", "ㄱㅁㄱㄷ", {}},
                    Case{"one syllable is no find", "rkr", "rkr", {}}, Case{"a stop word is no find", "랙", "랙", {}},
                    Case{"known as it stands", "gpt 모델은", "gpt 모델은", {}}));

INSTANTIATE_TEST_SUITE_P(
    Spelling, Repair,
    testing::Values(Case{"ㅐ for ㅔ", "추천 시스탬", "추천 시스템", {kSpelling}},
                    Case{"the particle stays out", "시스탬의 모델", "시스템의 모델", {kSpelling}},
                    Case{"a key beside", "샌성을", "생성을", {kSpelling}},
                    Case{"a broken syllable with a particle", "그루ㅜㅂ의", "그룹의", {kSpelling}},
                    Case{"a syllable in pieces", "화ㄱ산", "확산", {kSpelling}},
                    Case{"its end looks like a particle", "정홧도", "정확도", {kSpelling}},
                    Case{"a word of a list, rather than its rare neighbour", "임배딩", "임베딩", {kSpelling}},
                    Case{"a compound by its part", "대규모언어모딜", "대규모언어모델", {kSpelling}},
                    Case{"a compound by its first part", "위차인코딩", "위치인코딩", {kSpelling}},
                    Case{"two slips in a long word", "강하학슴", "강화학습", {kSpelling}},
                    Case{"two slips in two syllables", "학살", "학살", {}},
                    Case{"an arbitrary letter in two syllables", "교과", "교과", {}},
                    Case{"a known word and a syllable", "저작권자", "저작권자", {}},
                    Case{"one syllable", "둠", "둠", {}},
                    Case{"English", "multiligual imgae", "multilingual image", {kSpelling, kSpelling}},
                    Case{"capitals", "Retreival", "retrieval", {kSpelling}},
                    Case{"a part of a mark", "text-to-imgae", "text-to-image", {kSpelling}},
                    Case{"beside Korean", "imgae를", "image를", {kSpelling}},
                    Case{"the first two letters", "omdel", "model", {kSpelling}},
                    Case{"another first letter", "nodel", "nodel", {}}, Case{"three letters", "gpy", "gpy", {}},
                    Case{"four letters are no mistyped three", "glan", "glan", {}},
                    Case{"never into a stop word", "forr", "form", {kSpelling}},
                    Case{"nor into a word of one paper", "raptro", "raptro", {}},
                    Case{"two arbitrary letters", "retribvax", "retribvax", {}}));

INSTANTIATE_TEST_SUITE_P(Sound, Repair,
                         testing::Values(Case{"by its sound", "할루시네이션을", "hallucination을", {kSound}},
                                         Case{"a short one", "코코넛", "coconut", {kSound}},
                                         Case{"a native word", "들어올", "들어올", {}}));

TEST(RepairSpans, AreThoseOfTheWordInTheQuery) {
    EXPECT_EQ(repaired(" 큰 시스탬의  ghkrtks"),
              (Repaired{" 큰 시스템의  확산",
                        {{"시스탬", "시스템", kSpelling, {5, 14}}, {"ghkrtks", "확산", kLayout, {19, 26}}}}));
}

TEST(RepairChoice, IsTheCheapestThenTheCommonestThenTheFirst) {
    const std::vector<KnownWord> common{{"모델", 100}};
    EXPECT_EQ(repaired("시스탬", words_of({{"모델", 100}, {"시스탤", 90}, {"시스템", 2}}, {})).text, "시스템");
    EXPECT_EQ(repaired("lightt", words_of(common, {{"lights", 50}, {"light", 3}})).text, "light");
    EXPECT_EQ(repaired("modek", words_of(common, {{"modej", 5}, {"model", 6}})).text, "model");
    EXPECT_EQ(repaired("modek", words_of(common, {{"modej", 6}, {"model", 6}})).text, "modej");
}

TEST(RepairChoice, OfASmallArchiveMayHaveOnePaper) {
    EXPECT_EQ(repaired("시스탬", words_of({{"시스템", 1}}, {})).text, "시스템");
    EXPECT_EQ(repaired("시스탬", words_of({{"시스템", 1}, {"모델", kSmallArchive}}, {})).text, "시스탬");
    EXPECT_EQ(repaired("시스탬", words_of({{"시스템", 1}, {"시스턤", 2}}, {})).text, "시스턤")
        << "only where nothing else";
    EXPECT_EQ(repaired("시스탬", words_of({}, {})).text, "시스탬");
}

TEST(RepairLimits, LeaveTheRestAsTyped) {
    const std::string longest = std::string(kMaxPieceBytes - 6, '!') + "샌성";
    EXPECT_EQ(repaired(longest).corrections.size(), 1U);
    EXPECT_EQ(repaired("!" + longest).corrections.size(), 0U);
    std::string query;
    for (std::size_t i = 0; i <= kMaxRepairedPieces; ++i) {
        query += "샌성 ";
    }
    EXPECT_EQ(repaired(query).corrections.size(), kMaxRepairedPieces);
}

TEST(RepairLimits, LongCompoundsAreNotTakenApart) {
    std::string compound;
    for (std::size_t i = 0; i < kMostCompoundSyllables / 2 - 1; ++i) {
        compound += "모델";
    }
    const WordList words = words_of({{"모델", 3000}, {compound, 50}, {"인코딩", 50}, {"생성", 900}}, {});
    EXPECT_EQ(repaired(compound + "샌성", words).text, compound + "생성");
    EXPECT_EQ(repaired(compound + "인코팅", words).text, compound + "인코팅");
}

TEST(RepairLimits, AnyTextIsTaken) {
    for (const std::string query :
         {"", " ", "ㅎ", "ㅏ", "ㅎㅅ ㅁㄷ", "?!", "\xED\x99", "샌\xFF성", "ghk\xC3", "ㄱ의", "ﾊﾝ漢字", "é́é"}) {
        EXPECT_EQ(repaired(query).text, query);
    }
}

TEST(Loanword, LooksLikeOne) {
    EXPECT_TRUE(lexicon::looks_like_loanword("트랜스포머"));
    for (const char* const native : {"있습니다", "깊이", "의미", "띄어쓰기", "값", "ㅎ", "gpt", ""}) {
        EXPECT_FALSE(lexicon::looks_like_loanword(native)) << native;
    }
}

TEST(Loanword, VowelsAreAlike) {
    EXPECT_EQ(lexicon::likeness_of_vowels("할루시네이션", "hallucination"), 1.0);
    EXPECT_EQ(lexicon::likeness_of_vowels("베이스라인", "baseline"), 1.0) << "the e is silent";
    EXPECT_EQ(lexicon::likeness_of_vowels("파이썬", "python"), 1.0);
    EXPECT_EQ(lexicon::likeness_of_vowels("코코넛", "kikinit"), 0.0);
    EXPECT_EQ(lexicon::likeness_of_vowels("들어올", "truly"), 0.5);
    EXPECT_EQ(lexicon::likeness_of_vowels("", "model"), 0.0);
}

}  // namespace
}  // namespace saegin::query
