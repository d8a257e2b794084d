// The text form for people: no colour codes in a pipe, lines that fit the terminal (a Hangul syllable takes two
// columns), and nothing out of the archive that steers the terminal.
#include "query/output/text_printer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "common/text/unicode.h"
#include "query/output/explanation_printer.h"

namespace saegin::query {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kEscape = "\033";

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::string without_colors(std::string text) {
    for (std::size_t at = 0; (at = text.find(kEscape, at)) != std::string::npos;) {
        text.erase(at, text.find('m', at) - at + 1);
    }
    return text;
}

/// The first line that is wider than the terminal or ends in a blank; empty where there is none.
std::string misfit(const std::string& text, std::size_t width) {
    for (const std::string& line : lines_of(without_colors(text))) {
        if (text::display_width(line) > width || line.ends_with(' ')) {
            return line;
        }
    }
    return "";
}

Answer one_hit() {
    Hit hit;
    hit.rank = 1;
    hit.paper.id = {"2408.15237"};
    hit.paper.title = "A Title about Diffusion";
    hit.paper.url = "https://arxiv.org/abs/2408.15237";
    hit.paper.date = DigestDate{2024, 8, 28};
    hit.paper.votes = 1234;
    hit.paper.authors = {"Ada", "Bo", "Cy", "Di", "Eve", "Fay", "Guy", "김하나"};
    hit.title = {{"A Title about ", false}, {"Diffusion", true}};
    hit.snippet = {{"새 ", false}, {"확산모델", true}, {"은 빠릅니다.", false}};
    Answer answer;
    answer.query = "diffusion";
    answer.total = 1057;
    answer.took_ms = 1.23;
    answer.hits = {hit};
    return answer;
}

/// Sentences of short Korean and English words in which every third word is found, with its particle outside.
std::vector<Fragment> long_text() {
    std::vector<Fragment> fragments;
    for (int i = 0; i < 60; ++i) {
        fragments.push_back({"그 small 낱말과 ", false});
        fragments.push_back({"확산모델", true});
        fragments.push_back({"은 ", false});
    }
    return fragments;
}

TEST(TextPrinter, SaysWhatAReaderNeeds) {
    const std::string text = to_text(one_hit(), TextStyle{});
    EXPECT_THAT(text, HasSubstr("1. A Title about [Diffusion]"));
    EXPECT_THAT(text, HasSubstr("    2408.15237 · 2024-08-28 · 1,234 votes · https://arxiv.org/abs/2408.15237\n    "
                                "Ada, Bo, Cy, Di, Eve, Fay and 2 more\n"));
    EXPECT_THAT(text, HasSubstr("새 [확산모델]은 빠릅니다."));
    EXPECT_THAT(text, HasSubstr("1 of 1,057 papers in 1.2 ms"));
    EXPECT_THAT(text, Not(HasSubstr(kEscape)));
}

TEST(TextPrinter, TheFooterTellsWhichOfHowMany) {
    Answer answer = one_hit();
    answer.total = 3263;
    answer.hits.resize(10, answer.hits[0]);
    answer.hits.back().rank = 10;
    EXPECT_THAT(to_text(answer, TextStyle{}), ::testing::EndsWith("\n10 of 3,263 papers in 1.2 ms\n"));
    answer.hits.front().rank = 1001;
    answer.hits.back().rank = 1010;
    EXPECT_THAT(to_text(answer, TextStyle{}), ::testing::EndsWith("\n1,001–1,010 of 3,263 papers in 1.2 ms\n"));
    answer.hits.resize(1);
    answer.total_is_exact = false;
    EXPECT_THAT(to_text(answer, TextStyle{}), ::testing::EndsWith("\n1,001–1,001 of about 3,263 papers in 1.2 ms\n"));
    answer.hits.clear();
    answer.total_is_exact = true;
    EXPECT_EQ(to_text(answer, TextStyle{}), "No more papers: there are 3,263 papers in all.\n");
    answer.total = 1;
    EXPECT_EQ(to_text(answer, TextStyle{}), "No more papers: there is 1 paper in all.\n");
}

TEST(TextPrinter, AuthorsWhoWereAskedForAreShownAndMarked) {
    Answer answer = one_hit();
    answer.hits[0].matched_authors = {1, 7};
    EXPECT_THAT(to_text(answer, TextStyle{}), HasSubstr("\n    Ada, [Bo], Cy, Di, Eve, Fay, [김하나] and 1 more\n"));
    EXPECT_THAT(without_colors(to_text(answer, {true, 100})),
                HasSubstr("\n    Ada, Bo, Cy, Di, Eve, Fay, 김하나 and 1 more\n"));
    answer.hits[0].paper.authors.pop_back();
    answer.hits[0].matched_authors = {6};
    EXPECT_THAT(to_text(answer, TextStyle{}), HasSubstr("\n    Ada, Bo, Cy, Di, Eve, Fay, [Guy]\n"));
}

TEST(TextPrinter, RanksStandRightAligned) {
    Answer answer = one_hit();
    answer.hits.resize(10, answer.hits[0]);
    answer.hits[9].rank = 10;
    const std::string text = to_text(answer, TextStyle{});
    EXPECT_THAT(text, ::testing::StartsWith(" 1. A Title"));
    EXPECT_THAT(text, HasSubstr("\n10. A Title"));
}

TEST(TextPrinter, ColoursStandOnlyWhereAskedFor) {
    const TextStyle color{true, 100};
    EXPECT_THAT(to_text(one_hit(), color), HasSubstr(kEscape));
    const std::string bare = without_colors(to_text(one_hit(), color));
    EXPECT_THAT(bare, HasSubstr("A Title about Diffusion"));
    EXPECT_THAT(bare, HasSubstr("새 확산모델은 빠릅니다.")) << "colours take the place of brackets";
    EXPECT_THAT(to_text(Stats{}, TextStyle{}), Not(HasSubstr(kEscape)));
    EXPECT_THAT(to_text(Searcher::Stored{}, TextStyle{}), Not(HasSubstr(kEscape)));
    EXPECT_THAT(without_colors(to_text(Stats{}, color)), HasSubstr("papers            0"));
}

TEST(TextPrinter, LinesFitTheTerminal) {
    Answer answer = one_hit();
    answer.hits[0].title = long_text();
    answer.hits[0].snippet = long_text();
    for (std::size_t width = 40; width <= 120; ++width) {
        for (const bool color : {false, true}) {
            ASSERT_EQ(misfit(to_text(answer, {color, width}), width), "") << "width " << width << ", color " << color;
        }
    }
}

TEST(TextPrinter, WideLettersCountTwice) {
    Searcher::Stored stored;
    stored.paper.title = "T";
    std::string text;
    for (int i = 0; i < 40; ++i) {
        text += "가나다 ";
    }
    stored.paper.sections = {{"", text}};
    const std::string shown = to_text(stored, {false, 48});
    EXPECT_EQ(misfit(shown, 48), "");
    EXPECT_THAT(shown, HasSubstr("가나다 가나다 가나다 가나다 가나다 가나다 가나다\n"))
        << "seven words of six columns fit";
}

TEST(TextPrinter, AWordLongerThanTheLineIsKeptWhole) {
    Searcher::Stored stored;
    stored.paper.url = "https://example.org/" + std::string(200, 'x');
    EXPECT_THAT(to_text(stored, {false, 40}), HasSubstr(stored.paper.url));
}

TEST(TextPrinter, ControlCharactersDoNotReachTheTerminal) {
    // ESC, BEL, backspace, carriage return, DEL; and C1 controls, of which U+009B means what ESC [ means.
    const std::string evil =
        "a\033[2Jb\ac\bd\re\x7F"
        "f\tg\u009B31mh\u0085i";
    Answer answer = one_hit();
    answer.hits[0].title = {{evil, false}};
    answer.hits[0].snippet = {{evil, true}};
    answer.hits[0].paper.authors = {evil};
    answer.hits[0].paper.id = {evil};
    answer.hits[0].paper.url = evil;
    answer.hits[0].why = {{Reason::Kind::kSharedTerm, evil}};
    Answer nothing;
    nothing.query = evil;
    Searcher::Stored stored;
    stored.paper = answer.hits[0].paper;
    stored.paper.title = evil;
    stored.paper.url = evil;
    stored.paper.sections = {{evil, evil}};
    stored.entries.emplace_back();
    stored.entries[0].file = evil;
    const TextStyle style;
    for (const std::string& text : {to_text(answer, style), to_text(nothing, style), to_text(stored, style)}) {
        std::size_t at = 0;
        while (at < text.size()) {
            const char32_t c = text::next_code_point(text, at);
            ASSERT_TRUE(c == U'\n' || (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0)))
                << "U+" << std::hex << static_cast<std::uint32_t>(c);
        }
    }
}

TEST(TextPrinter, WhatLooksLikeMarkupIsShownAsItIs) {
    Answer answer = one_hit();
    answer.hits[0].snippet = {{"<b>bold</b> &amp; 100%", false}};
    EXPECT_THAT(to_text(answer, TextStyle{}), HasSubstr("<b>bold</b> &amp; 100%"));
}

TEST(TextPrinter, FacetsShowHowToFilterByAValue) {
    Answer answer = one_hit();
    answer.facets = Facets{{{"2024-08", 12, "date:2024-08"}, {"2024-07", 2, "date:2024-07"}},
                           {{"100+", 1234, "votes:100.."}},
                           {{"A \"B\" C", 3, ""}, {"Ada Example", 2, "author:\"Ada Example\""}},
                           {}};
    EXPECT_THAT(to_text(answer, TextStyle{}),
                HasSubstr("Months    2024-08 (12) · 2024-07 (2)\n          to filter, add: date:2024-08\n"
                          "Votes     100+ (1,234)\n          to filter, add: votes:100..\n"
                          "Authors   A \"B\" C (3) · Ada Example (2)\n"
                          "          to filter, add: author:\"Ada Example\"\n\n"));
    answer.facets = Facets{};
    EXPECT_THAT(to_text(answer, TextStyle{}), Not(HasSubstr("to filter")));
}

TEST(TextPrinter, NothingFoundSaysSo) {
    Answer answer;
    answer.query = "없는 말";
    EXPECT_EQ(to_text(answer, TextStyle{}), "Nothing found for '없는 말'.\n");
}

TEST(TextPrinter, NothingFoundSaysWhereFiltersLeaveNothing) {
    Answer answer;
    answer.query = "없는 말 votes:9..";
    answer.restrictions = "votes:9.. --since 2024-08-28";
    EXPECT_EQ(to_text(answer, TextStyle{}), "Nothing found for '없는 말 votes:9..'.\n");
    answer.left_out = 1234;
    EXPECT_EQ(to_text(answer, {false, 200}),
              "Nothing found for '없는 말 votes:9..': none of the 1,234 papers that match the words passes the filter "
              "votes:9.. --since 2024-08-28.\n");
    answer.left_out = 1;
    EXPECT_THAT(to_text(answer, {false, 200}),
                HasSubstr("the only paper that matches the words does not pass the filter votes:9.. --since"));
}

TEST(TextPrinter, UnknownFactsAreLeftOutOrSaid) {
    Answer answer = one_hit();
    answer.hits[0].paper.url.clear();
    answer.hits[0].paper.date.reset();
    answer.hits[0].paper.votes.reset();
    answer.hits[0].paper.authors.clear();
    EXPECT_THAT(to_text(answer, TextStyle{}), HasSubstr("    2408.15237 · votes unknown\n"));
    answer.hits[0].paper.votes = 1;
    EXPECT_THAT(to_text(answer, TextStyle{}), HasSubstr("2408.15237 · 1 vote\n"));
}

TEST(TextPrinter, TheTextOfAnAnalysisCutsWhatXapianIsAsked) {
    Analysis analysis;
    analysis.query = "확산";
    for (int i = 0; i < 1000; ++i) {
        analysis.xapian += "확산 OR ";
    }
    analysis.filter = analysis.xapian;
    const std::string text = to_text(analysis, TextStyle{});
    EXPECT_LT(text.size(), 3000U);
    EXPECT_EQ(text::repair_utf8(text).replacements, 0U);
    EXPECT_THAT(text, HasSubstr("(whole with"));
    EXPECT_THAT(to_json(analysis), HasSubstr(analysis.xapian));
    analysis.xapian = "Query(short)";
    analysis.filter.clear();
    EXPECT_THAT(to_text(analysis, TextStyle{}), AllOf(HasSubstr("Query(short)\n"), Not(HasSubstr("whole"))));
}

TEST(TextPrinter, ReasonsNameAuthorsAndTerms) {
    Answer answer = one_hit();
    answer.hits[0].why = {{Reason::Kind::kSharedAuthor, "김하나"},
                          {Reason::Kind::kSharedTerm, "Mamba"},
                          {Reason::Kind::kSharedTerm, "증류"}};
    EXPECT_THAT(to_text(answer, TextStyle{}), HasSubstr("because of author: 김하나; terms: Mamba, 증류"));
}

TEST(TextPrinter, APaperIsShownWhole) {
    Searcher::Stored stored;
    stored.paper.id = {"x"};
    stored.paper.title = "A Title";
    stored.paper.url = "https://example.org/x";
    stored.paper.days = {{2024, 8, 28}, {2024, 9, 1}};
    stored.paper.votes = 3;
    stored.paper.authors = {"Ada", "Bo", "Cy", "Di", "Eve", "Fay", "Guy"};
    stored.paper.sections = {{"What's New", "새 글입니다."}};
    stored.entries.emplace_back();
    stored.entries[0].file = "2024/08/28.md";
    stored.entries[0].line = 27;
    EXPECT_EQ(to_text(stored, TextStyle{}),
              "A Title\nid: x\nurl: https://example.org/x\ndays: 2024-08-28, 2024-09-01\nvotes: 3\n"
              "authors: Ada, Bo, Cy, Di, Eve, Fay, Guy\n\nWhat's New\n새 글입니다.\n\nfrom: 2024/08/28.md:27\n");
}

}  // namespace
}  // namespace saegin::query
