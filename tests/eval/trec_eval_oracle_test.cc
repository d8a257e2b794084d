// Every figure that trec_eval printed for reference runs, query by query, against ours. The runs lie in
// $SAEGIN_SHARED/trec_eval, or in ../shared/trec_eval beside the sources; without them these tests are skipped.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>

#include <gtest/gtest.h>

#include "benchmarks/eval/evaluation.h"
#include "tests/eval/shared_folder.h"
#include "tests/eval/temporary_file.h"
#include "tests/eval/trec_figures.h"

namespace saegin::eval {
namespace {

namespace fs = std::filesystem;

struct Reference {
    std::string figures;
    std::string run;
    std::string collection;
    Settings settings;
};

std::ostream& operator<<(std::ostream& out, const Reference& reference) {
    return out << reference.figures;
}

const std::vector<Reference> kReferences{
    {"archive.nori-mixed.perquery.txt", "archive.nori-mixed.run", "archive", {1, true}},
    {"archive.nori-mixed.level2.perquery.txt", "archive.nori-mixed.run", "archive", {2, true}},
    {"archive.cjk.perquery.txt", "archive.cjk.run", "archive", {1, true}},
    {"archive.cjk.level2.perquery.txt", "archive.cjk.run", "archive", {2, true}},
    {"archive.ties.perquery.txt", "archive.ties.run", "archive", {1, true}},
    {"archive.ties.noc.perquery.txt", "archive.ties.run", "archive", {1, false}},
    {"cranfield.english.perquery.txt", "cranfield.english.run", "cranfield", {1, true}},
    {"korquad.nori-mixed.mean.txt", "korquad.nori-mixed.run", "korquad", {1, true}},
};

/// The run's path; a packed one is unpacked into `unpacked`. Empty where that cannot be done.
std::string find_run(const fs::path& plain, const testing::TemporaryFile& unpacked) {
    if (fs::exists(plain)) {
        return plain.string();
    }
    const std::string command = "gzip -dc '" + plain.string() + ".gz' > '" + unpacked.path() + "'";
    // NOLINTNEXTLINE: a fixed command over a path of the test's own
    return fs::exists(plain.string() + ".gz") && std::system(command.c_str()) == 0 ? unpacked.path() : "";
}

class TrecEvalOracle : public ::testing::TestWithParam<Reference> {};

TEST_P(TrecEvalOracle, AgreesToFourDigits) {
    const Reference& reference = GetParam();
    const fs::path shared = testing::shared_folder();
    const fs::path figures = shared / "trec_eval" / reference.figures;
    if (!fs::exists(figures)) {
        GTEST_SKIP() << "no reference figures at " << figures << ": set SAEGIN_SHARED to the folder that holds them";
    }
    const testing::TemporaryFile unpacked{"", "unpacked.run"};
    const std::string run_path = find_run(shared / "trec_eval" / reference.run, unpacked);
    if (run_path.empty()) {
        GTEST_SKIP() << reference.run << " is packed and gzip does not run here";
    }
    const auto qrels = Qrels::read((shared / "testsets" / reference.collection / "qrels.txt").string());
    ASSERT_TRUE(qrels) << to_string(qrels.error());
    const auto run = Run::read(run_path);
    ASSERT_TRUE(run) << to_string(run.error());

    const std::vector<Measure> measures = all_measures();
    const Evaluation evaluation = evaluate(*qrels, *run, measures, reference.settings);
    std::map<std::string, std::size_t, std::less<>> columns;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        columns.emplace(measures[m].trec_name, m);
    }
    std::map<std::string_view, const std::vector<double>*> rows{{"all", &evaluation.summary}};
    for (const QueryValues& query : evaluation.queries) {
        rows.emplace(query.qid, &query.values);
    }

    std::ifstream in{figures};
    std::size_t compared = 0;
    std::map<std::string, double> worst;  // by measure: at most half a unit of the last digit, printed or not
    std::string name;
    std::string qid;
    std::string value;
    while (in >> name >> qid >> value) {
        if (name == "runid") {
            EXPECT_EQ(value, run->tag());
            continue;
        }
        if (name == "infAP" || name == "relstring") {
            continue;  // left out: one needs a sampled pool, the other is a string and no figure
        }
        const auto column = columns.find(name);
        const auto row = rows.find(qid);
        ASSERT_NE(column, columns.end()) << name;
        ASSERT_NE(row, rows.end()) << qid;
        const double ours = (*row->second)[column->second];
        EXPECT_EQ(testing::printed(ours, value), value) << name << " of " << qid << ": " << ours;
        worst[name] = std::max(worst[name], std::abs(ours - std::stod(value)));
        ++compared;
    }
    EXPECT_GT(compared, 90U);
    const auto most =
        std::max_element(worst.begin(), worst.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    std::cout << reference.figures << ": " << compared << " figures of " << worst.size()
              << " measures; farthest from what is printed: " << most->first << ", " << most->second << "\n";
    EXPECT_EQ(run->queries().size(),
              evaluation.queries.size() - (reference.settings.complete ? evaluation.without_results : 0));
}

INSTANTIATE_TEST_SUITE_P(Reference, TrecEvalOracle, ::testing::ValuesIn(kReferences), [](const auto& instance) {
    std::string name = instance.param.figures;
    std::erase_if(name, [](unsigned char c) { return std::isalnum(c) == 0; });
    return name;
});

}  // namespace
}  // namespace saegin::eval
