// Odd judgements and runs, made for this test, against what trec_eval prints for them: see trec_cases/README.md.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "benchmarks/eval/evaluation.h"
#include "tests/eval/temporary_file.h"
#include "tests/eval/trec_figures.h"

namespace saegin::eval {
namespace {

const std::filesystem::path kFolder = std::filesystem::path{SAEGIN_SOURCE_DIR} / "tests" / "eval" / "trec_cases";

std::string text_of(const std::string& name) {
    std::ifstream in{kFolder / name, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream in{line};
    for (std::string cell; std::getline(in, cell, '\t');) {
        cells.push_back(cell);
    }
    return cells;
}

/// The same lines with the ends that other systems write.
std::string with_carriage_returns(const std::string& text) {
    std::string out;
    for (const char c : text) {
        out += c == '\n' ? "\r\n" : std::string(1, c);
    }
    return out;
}

struct Case {
    std::string name;
    std::string figures;
    Settings settings;
    bool carriage_returns = false;
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
    return out << one.name;
}

const std::vector<Case> kCases{
    {"Complete", "complete.tsv", {1, true}},
    {"CompleteLevel2", "complete_level2.tsv", {2, true}},
    {"AnsweredOnly", "answered.tsv", {1, false}},
    {"CarriageReturns", "complete.tsv", {1, true}, true},
};

class TrecCases : public ::testing::TestWithParam<Case> {};

TEST_P(TrecCases, AgreeWithTrecEvalToFourDigits) {
    const auto text = [](const std::string& name) {
        return GetParam().carriage_returns ? with_carriage_returns(text_of(name)) : text_of(name);
    };
    const testing::TemporaryFile qrels_file{text("cases.qrels"), "cases.qrels"};
    const testing::TemporaryFile run_file{text("cases.run"), "cases.run"};
    const auto qrels = Qrels::read(qrels_file.path());
    const auto run = Run::read(run_file.path());
    ASSERT_TRUE(qrels) << to_string(qrels.error());
    ASSERT_TRUE(run) << to_string(run.error());
    const std::vector<Measure> measures = all_measures();
    const Evaluation evaluation = evaluate(*qrels, *run, measures, GetParam().settings);
    std::map<std::string, std::size_t> places;  // of measures, by trec_eval's name
    for (std::size_t m = 0; m < measures.size(); ++m) {
        places.emplace(measures[m].trec_name, m);
    }
    std::map<std::string, std::vector<double>> values{{"all", evaluation.summary}};
    for (const QueryValues& query : evaluation.queries) {
        values.emplace(query.qid, query.values);
    }

    std::istringstream lines{text_of(GetParam().figures)};
    std::string line;
    std::getline(lines, line);
    const std::vector<std::string> columns = cells_of(line);
    EXPECT_EQ(columns.size() - 1, values.size());
    std::size_t compared = 0;
    while (std::getline(lines, line)) {
        const std::vector<std::string> cells = cells_of(line);
        ASSERT_EQ(cells.size(), columns.size()) << line;
        ASSERT_TRUE(places.contains(cells.front())) << cells.front();
        for (std::size_t c = 1; c < cells.size(); ++c) {
            ASSERT_TRUE(values.contains(columns[c])) << columns[c];
            if (!cells[c].empty()) {
                const double ours = values[columns[c]][places[cells.front()]];
                EXPECT_EQ(testing::printed(ours, cells[c]), cells[c]) << cells.front() << " of " << columns[c];
                ++compared;
            }
        }
    }
    EXPECT_GT(compared, 1500U);
}

INSTANTIATE_TEST_SUITE_P(Odd, TrecCases, ::testing::ValuesIn(kCases),
                         [](const auto& instance) { return instance.param.name; });

}  // namespace
}  // namespace saegin::eval
