// The sheet of pairs that were judged by hand: its share of right ones, and that they stay in the lexicon.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/glossary_sheet.h"
#include "tests/support/mini_index.h"
#include "tests/support/shared_data.h"

namespace saegin::test {
namespace {

struct JudgedPair {
    std::string english;
    std::string korean;
    std::string verdict;
};

std::vector<JudgedPair> read_sheet() {
    std::ifstream in{std::filesystem::path{SAEGIN_SOURCE_DIR} / "tests/data/glossary/sheet.tsv"};
    std::vector<JudgedPair> pairs;
    std::string line;
    std::getline(in, line);
    EXPECT_EQ(line, "english\tkorean\tpapers\torigin\tverdict\tnote");
    while (std::getline(in, line)) {
        std::vector<std::string> columns;
        std::istringstream cells{line};
        for (std::string cell; std::getline(cells, cell, '\t');) {
            columns.push_back(cell);
        }
        EXPECT_GE(columns.size(), 5U) << line;
        columns.resize(std::max<std::size_t>(columns.size(), 5));
        EXPECT_TRUE(columns[4] == "right" || columns[4] == "wrong") << line;
        EXPECT_TRUE(columns[3] == "gloss" || columns[3] == "loanword") << line;
        EXPECT_TRUE(text::has_hangul(columns[1]) && !text::has_hangul(columns[0])) << line;
        pairs.push_back({columns[0], columns[1], columns[4]});
    }
    return pairs;
}

TEST(GlossarySheet, HasTwoHundredPairsOfWhichNearlyAllAreRight) {
    const std::vector<JudgedPair> pairs = read_sheet();
    EXPECT_EQ(pairs.size(), kSheetPairs);
    const auto right =
        std::count_if(pairs.begin(), pairs.end(), [](const JudgedPair& pair) { return pair.verdict == "right"; });
    EXPECT_GE(right * 100, 95 * static_cast<std::ptrdiff_t>(kSheetPairs));
}

TEST(GlossarySheet, WhatIsRightStaysInTheLexiconOfTheRealArchive) {
    SAEGIN_REQUIRE_SHARED(archive, "archive");
    const TempDir temp;
    const IndexFolder folder{temp.path() / "index"};
    index_inputs(folder, {archive.string()});
    auto reader = query::IndexReader::open({folder});
    ASSERT_TRUE(reader);
    text::Analyzer analyzer;
    std::set<std::pair<std::string, std::string>> known;
    for (const lexicon::Pair& pair : bilingual_pairs(reader->lexicon())) {
        known.emplace(pair.from.key, pair.to.key);
    }
    std::ptrdiff_t right = 0;
    std::ptrdiff_t kept = 0;
    for (const JudgedPair& pair : read_sheet()) {
        if (pair.verdict != "right") {
            continue;
        }
        ++right;
        kept +=
            known.contains({lexicon::key_of(pair.english, analyzer), lexicon::key_of(pair.korean, analyzer)}) ? 1 : 0;
    }
    EXPECT_GE(kept * 10, right * 9) << kept << " of " << right;
}

}  // namespace
}  // namespace saegin::test
