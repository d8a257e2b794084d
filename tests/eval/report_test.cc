#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benchmarks/eval/html.h"
#include "benchmarks/eval/program.h"
#include "benchmarks/eval/query_info.h"
#include "benchmarks/eval/report_command.h"
#include "benchmarks/eval/svg_chart.h"
#include "benchmarks/eval/svg_months.h"
#include "benchmarks/eval/svg_plot.h"
#include "tests/eval/temporary_file.h"
#include "tests/support/mini_index.h"

namespace saegin::eval {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::TemporaryFile;

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

/// The first tag that is closed out of turn or not at all; empty where all are well nested.
std::string first_unbalanced_tag(const std::string& html) {
    static const std::regex tag{"<(/?)([a-zA-Z0-9]+)[^>]*?(/?)>"};
    std::vector<std::string> open;
    for (auto found = std::sregex_iterator(html.begin(), html.end(), tag); found != std::sregex_iterator(); ++found) {
        const std::string name = (*found)[2];
        if ((*found)[3].length() > 0 || name == "meta" || name == "link") {
            continue;
        }
        if ((*found)[1].length() == 0) {
            open.push_back(name);
        } else if (open.empty() || open.back() != name) {
            return "/" + name;
        } else {
            open.pop_back();
        }
    }
    return open.empty() ? "" : open.back();
}

TEST(EscapeHtml, LeavesNothingThatMarksUp) {
    EXPECT_EQ(escape_html("a<b>&\"c\"'확산"), "a&lt;b&gt;&amp;&quot;c&quot;&#39;확산");
    EXPECT_EQ(escape_html(std::string{"\x01\xFF"} + "x"), "\xEF\xBF\xBD\xEF\xBF\xBDx");
}

TEST(QueryInfo, ReadsCategoriesAndText) {
    const TemporaryFile file{
        "{\"qid\":\"T1\",\"category\":\"ko\",\"query\":\"확산\",\"known_item\":null}\r\n\n{\"qid\":\"T2\"}\n"};
    const auto text = TextFile::read(file.path());
    ASSERT_TRUE(text);
    const auto infos = parse_query_infos(*text);
    ASSERT_TRUE(infos) << to_string(infos.error());
    EXPECT_EQ(infos->at("T1").category, "ko");
    EXPECT_EQ(infos->at("T1").text, "확산");
    EXPECT_EQ(infos->at("T2").category, "");
    EXPECT_EQ(infos->at("T2").order, 1U);
}

TEST(QueryInfo, ReadsOtherFormsOfTopics) {
    for (const char* content :
         {"T1\t확산 모델\r\n\nT2\t\n", "{\"_id\":\"T1\",\"text\":\"확산 모델\"}\n{\"_id\":\"T2\"}"}) {
        const TemporaryFile file{content};
        const auto text = TextFile::read(file.path());
        ASSERT_TRUE(text);
        const auto infos = parse_query_infos(*text);
        ASSERT_TRUE(infos) << to_string(infos.error());
        EXPECT_EQ(infos->at("T1").text, "확산 모델");
        EXPECT_EQ(infos->at("T2").order, 1U);
    }
    for (const char* content : {"T1\tx\nT2", "T1\tx\n\ty", "T1\tx\nT1\ty", "T1\tx\n{\"qid\":\"T2\"}"}) {
        const TemporaryFile file{content};
        const auto text = TextFile::read(file.path());
        ASSERT_TRUE(text);
        const auto infos = parse_query_infos(*text);
        ASSERT_FALSE(infos) << content;
        EXPECT_EQ(infos.error().where, (Where{file.path(), 2}));
    }
}

TEST(QueryInfo, NamesTheLineOfWhatItCannotRead) {
    for (const char* second : {"{", "[]", R"({"qid":5})", R"({"qid":""})", R"({"qid":"T1"})"}) {
        const TemporaryFile file{std::string{"{\"qid\":\"T1\"}\n"} + second};
        const auto text = TextFile::read(file.path());
        ASSERT_TRUE(text);
        const auto infos = parse_query_infos(*text);
        ASSERT_FALSE(infos) << second;
        EXPECT_EQ(infos.error().where, (Where{file.path(), 2}));
    }
}

TEST(ByCategory, KeepsTheOrderOfTheFileAndPutsTheRestLast) {
    Evaluation evaluation;
    evaluation.queries = {{"a", {0.2}}, {"b", {0.4}}, {"c", {1.0}}, {"d", {0.0}}};
    const QueryInfos infos{{"a", {"zeta", "", 0}}, {"c", {"alpha", "", 1}}, {"b", {"zeta", "", 2}}};
    const auto groups = by_category({evaluation}, 0, infos);
    ASSERT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups[0].label, "zeta (2)");
    EXPECT_NEAR(groups[0].values[0], 0.3, 1e-12);
    EXPECT_EQ(groups[1].label, "alpha (1)");
    EXPECT_EQ(groups[2].label, "other (1)");
    EXPECT_TRUE(by_category({evaluation}, 0, {}).empty());
}

TEST(SvgChart, BarsStayInsideTheDrawing) {
    const std::string svg = grouped_bars({"id", "t", "d"}, {"one", "two"}, {{"x", {1.0, 0.0}}, {"y", {7.0, -1.0}}});
    static const std::regex width{"<rect[^>]* width=\"([0-9.-]+)\""};
    for (auto found = std::sregex_iterator(svg.begin(), svg.end(), width); found != std::sregex_iterator(); ++found) {
        EXPECT_GE(std::stod((*found)[1]), 1);
        EXPECT_LE(std::stod((*found)[1]), 400);
    }
    EXPECT_EQ(count_of(svg, "<rect"), 4U);
    EXPECT_EQ(first_unbalanced_tag(svg), "");
}

TEST(SvgChart, ManyDifferencesBecomeOneShape) {
    const std::vector<Difference> few(kNamedBars, {"q", 0.1});
    const std::vector<Difference> many(kNamedBars + 1, {"q", -0.1});
    EXPECT_EQ(count_of(difference_bars({"id", "t", "d"}, few), "<rect"), kNamedBars);
    const std::string shape = difference_bars({"id", "t", "d"}, many);
    EXPECT_EQ(count_of(shape, "<rect"), 0U);
    EXPECT_EQ(count_of(shape, "<path"), 2U);
    EXPECT_EQ(first_unbalanced_tag(difference_bars({"id", "t", "d"}, {})), "");
}

TEST(SvgChart, EighteenLinesLookDifferent) {
    const std::vector<Series> curves(18, {"c", {{0, 0.5, ""}, {1, 0.5, ""}}});
    const std::string svg = plot({"id", "t", "d"}, {"x"}, {"y"}, curves);
    for (int colour = 0; colour < 6; ++colour) {
        for (int dash = 0; dash < 3; ++dash) {
            EXPECT_EQ(count_of(svg, "\"s" + std::to_string(colour) + " d" + std::to_string(dash) + "\""), 1U);
        }
    }
}

class Report : public ::testing::Test {
protected:
    [[nodiscard]] std::string write(std::vector<std::string> words) const {
        const std::string page = qrels.path() + ".html";
        words.insert(words.begin(), {"report", "--qrels", qrels.path(), "--output", page});
        std::vector<const char*> argv{"saegin-eval"};
        for (const std::string& word : words) {
            argv.push_back(word.c_str());
        }
        EXPECT_EQ(cli::run(program(), static_cast<int>(argv.size()), argv.data()), cli::kDone);
        std::ostringstream text;
        text << std::ifstream{page}.rdbuf();
        return text.str();
    }

    TemporaryFile qrels{"<q1> 0 a 3\n<q1> 0 b 0\nq2 0 a 1\n", "qrels&.txt"};
    TemporaryFile base{"<q1> Q0 b 1 2 t\n<q1> Q0 a 2 1 t\nq2 Q0 a 1 1 t\n", "base.run"};
    TemporaryFile mine{"<q1> Q0 a 1 2 u\nq2 Q0 b 1 2 u\nq2 Q0 a 2 1 u\n", "<script>alert(1).run"};
    TemporaryFile topics{"{\"qid\":\"<q1>\",\"category\":\"<b>ko\",\"query\":\"\\\"<img src=x>\\\" 확산\"}\n",
                         "topics.jsonl"};
};

TEST_F(Report, IsSelfContainedEscapedAndWellNested) {
    const std::string page = write({"--topics", topics.path(), base.path(), mine.path()});
    EXPECT_EQ(first_unbalanced_tag(page), "");
    for (const char* reach : {"http:", "https:", "src=\"", "@import", "url(", "<script", "<img", "<b>", "<q1>"}) {
        EXPECT_THAT(page, Not(HasSubstr(reach)));
    }
    EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(1)"));
    EXPECT_THAT(page, HasSubstr("&lt;b&gt;ko (1)"));
    EXPECT_THAT(page, HasSubstr("&quot;&lt;img src=x&gt;&quot; 확산"));
    EXPECT_THAT(page, HasSubstr("qrels&amp;.txt"));
}

TEST_F(Report, HoldsTablesPicturesAndWhatMakesThemReproducible) {
    const std::string page = write({"--topics", topics.path(), "--seed", "77", base.path(), mine.path()});
    EXPECT_EQ(count_of(page, "role=\"img\""), 4U);
    EXPECT_EQ(count_of(page, "</title><desc"), 4U);
    for (const char* part : {"요약", "질의별 차이", "Precision at recall", "by category", "seed 77", "XXH3",
                             "prefers-color-scheme: dark", "@media print", "width=device-width"}) {
        EXPECT_THAT(page, HasSubstr(part));
    }
    EXPECT_EQ(page, write({"--topics", topics.path(), "--seed", "77", base.path(), mine.path()}));
}

TEST_F(Report, ShowsSweepsAndSettings) {
    const TemporaryFile sweep{
        R"({"version":1,"collection":"<i>c","measure":"RR","parameters":["vote"],"points":[)"
        R"({"values":{"vote":0},"mean":0.5,"vote_percentile":0.5},)"
        R"({"values":{"vote":1},"mean":0.4,"vote_percentile":0.6}],"settings":{"analyzer":"af1"}})",
        "sweep.json"};
    const TemporaryFile settings{R"({"k1": 1.2})", "settings.json"};
    const std::string page = write({"--sweep", sweep.path(), "--settings", settings.path(), base.path(), mine.path()});
    EXPECT_EQ(first_unbalanced_tag(page), "");
    EXPECT_EQ(count_of(page, "role=\"img\""), 5U);
    for (const char* part : {"RR by vote", "RR by mean vote percentile", "<dt>analyzer</dt><dd>af1</dd>",
                             "<dt>k1</dt><dd>1.2</dd>", "Sweep of &lt;i&gt;c"}) {
        EXPECT_THAT(page, HasSubstr(part));
    }
}

TEST_F(Report, MarksWhatIsMoreThanChance) {
    // Ten queries that the second run answers better, each by the same step.
    std::string judged;
    std::string low;
    std::string high;
    for (const char query : std::string{"abcdefghij"}) {
        judged += std::string{query} + " 0 x 1\n";
        low += std::string{query} + " Q0 y 1 2 t\n" + query + " Q0 x 2 1 t\n";
        high += std::string{query} + " Q0 x 1 2 t\n";
    }
    const TemporaryFile other_qrels{judged, "qrels.txt"};
    const TemporaryFile low_run{low, "low.run"};
    const TemporaryFile high_run{high, "high.run"};
    const auto page = [&](const std::string& first, const std::string& second) {
        return write({"--qrels", other_qrels.path(), "-m", "RR", first, second});
    };
    EXPECT_THAT(page(low_run.path(), high_run.path()), HasSubstr("<span class=\"mark up\">▲</span>1.0000"));
    EXPECT_THAT(page(high_run.path(), low_run.path()), HasSubstr("<span class=\"mark down\">▼</span>0.5000"));
    EXPECT_THAT(page(low_run.path(), low_run.path()), Not(HasSubstr("<span class=\"mark")));
}

TEST_F(Report, ShowsWhatIsRising) {
    std::vector<test::MiniPaper> papers;
    for (int i = 0; i < 40; ++i) {
        papers.push_back({.id = std::to_string(i),
                          .title = i < 20 ? "Tides" : "<i>Comets</i>",
                          .date = i < 20 ? "2024-08-01" : "2024-09-01"});
    }
    const test::MiniIndex index{papers};
    const std::string db = index.folder().path().string();
    const std::string page = write({"--db", db, base.path(), mine.path()});
    EXPECT_EQ(first_unbalanced_tag(page), "");
    EXPECT_EQ(count_of(page, "role=\"img\""), 4U);
    for (const char* part : {"떠오르는 용어", "2024-09 (20 papers) against 2024-08 (20 papers)",
                             ">Comets</th><td>2024-09</td><td>20</td><td>0.0%</td><td>100.0%</td>", "0.0% → 100.0%",
                             "<dt>Index of the rising terms</dt>"}) {
        EXPECT_THAT(page, HasSubstr(part));
    }
    EXPECT_THAT(page, Not(HasSubstr("<i>")));
    EXPECT_EQ(page, write({"--db", db, base.path(), mine.path()}));
    EXPECT_THAT(write({base.path(), mine.path()}), Not(HasSubstr("Rising")));
    const test::MiniIndex empty;
    EXPECT_THAT(write({"--db", empty.folder().path().string(), base.path()}), HasSubstr("nothing can be compared"));
}

TEST(SvgMonths, LinesStayInsideTheDrawing) {
    const std::string svg = month_lines({"id", "t", "d"}, {"2024-07", "2024-08", "2024-09"}, 1,
                                        {{"<a>", "1", {0, 0.5, 0.25}}, {"b", "0", {0, 0, 0}}});
    EXPECT_EQ(first_unbalanced_tag(svg), "");
    EXPECT_EQ(count_of(svg, "<polyline"), 2U);
    EXPECT_THAT(svg, HasSubstr("points=\"6.0,56.0 220.0,28.0 434.0,42.0\""));
    EXPECT_THAT(svg, HasSubstr("points=\"6.0,118.0 220.0,118.0 434.0,118.0\""));
    EXPECT_THAT(svg, HasSubstr("&lt;a&gt;"));
}

TEST_F(Report, OfOneRunComparesNothing) {
    const std::string page = write({base.path()});
    EXPECT_EQ(first_unbalanced_tag(page), "");
    EXPECT_EQ(count_of(page, "role=\"img\""), 1U);
    EXPECT_THAT(page, Not(HasSubstr("p (Holm)")));
}

}  // namespace
}  // namespace saegin::eval
