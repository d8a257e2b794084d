// Related papers over the whole real archive: none fails, none is its own neighbour, each has a reason.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "common/schema.h"
#include "tests/support/mini_index.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace saegin::query {
namespace {

std::vector<std::string> all_ids(const IndexFolder& folder) {
    const auto database = open_index(folder);
    EXPECT_TRUE(database);
    std::vector<std::string> ids;
    for (auto at = database->postlist_begin(""); at != database->postlist_end(""); ++at) {
        ids.push_back(database->get_document(*at).get_value(schema::kIdSlot));
    }
    return ids;
}

TEST(RealArchiveRelated, EveryPaperHasNeighboursWithReasons) {
    SAEGIN_REQUIRE_SHARED(archive, "archive");
    const test::TempDir temp;
    const IndexFolder folder{temp.path() / "index"};
    test::index_inputs(folder, {archive.string()});
    Searcher searcher = test::searcher_over({folder});
    const std::vector<std::string> ids = all_ids(folder);
    ASSERT_GT(ids.size(), 3000U);
    std::size_t without = 0;
    for (const std::string& id : ids) {
        const auto answer = searcher.related(PaperId{id}, test::pure_relevance(10));
        ASSERT_TRUE(answer) << id << ": " << to_string(answer.error());
        without += answer->hits.empty() ? 1U : 0U;
        std::set<std::string> found;
        for (const Hit& hit : answer->hits) {
            ASSERT_NE(hit.paper.id.value, id);
            ASSERT_TRUE(found.insert(hit.paper.id.value).second) << id << " has a neighbour twice";
            ASSERT_FALSE(hit.why.empty()) << id << " and " << hit.paper.id.value;
        }
    }
    EXPECT_EQ(without, 0U) << "papers of a real archive are like others";
}

}  // namespace
}  // namespace saegin::query
