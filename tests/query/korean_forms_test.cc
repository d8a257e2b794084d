// Korean words meet their other forms and nothing that only looks like one: a table of what a text writes and what is
// asked for, searched in one index of all rows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "common/schema.h"
#include "tests/query/korean_forms_table.h"
#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using test::FormRow;
using test::FormSection;
using test::kFormSections;
using test::Meeting;

std::vector<FormRow> rows_of(const FormSection& section) {
    std::vector<FormRow> rows;
    for (std::string_view rest = section.rows; !rest.empty();) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        std::string_view row = rest.substr(0, end);
        row.remove_prefix(std::min(row.find_first_not_of(' '), row.size()));
        const std::size_t blank = row.find(' ');
        if (blank == std::string_view::npos) {
            throw std::runtime_error("not two words: '" + std::string{row} + "'");
        }
        rows.push_back({row.substr(0, blank), row.substr(blank + 1)});
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return rows;
}

std::string id_of(const FormSection& section, std::size_t row) {
    return std::string{section.name} + "-" + std::to_string(row);
}

/// One paper for each row. What must not be found must at least be known, as it is in a real archive.
class Forms : public testing::TestWithParam<FormSection> {
protected:
    static void SetUpTestSuite() {
        std::vector<test::MiniPaper> papers;
        std::set<std::string> asked;
        for (const FormSection& section : kFormSections) {
            const std::vector<FormRow> rows = rows_of(section);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                papers.push_back({.id = id_of(section, i), .text = std::string{rows[i].written}});
                if (section.meeting != Meeting::kAsWord) {
                    asked.emplace(rows[i].query);
                }
            }
        }
        for (const std::string& query : asked) {
            papers.push_back({.id = "asked-" + query, .text = query});
        }
        index_ = std::make_unique<test::MiniIndex>(papers);
    }
    static void TearDownTestSuite() { index_.reset(); }

    /// How the paper `id` is found.
    static Meeting meet(const std::string& query, const std::string& id) {
        Searcher searcher = index_->searcher();
        const auto answer = searcher.search(query, test::pure_relevance(10000));
        if (!answer) {
            throw std::runtime_error(to_string(answer.error()));
        }
        const auto hit = std::find_if(answer->hits.begin(), answer->hits.end(),
                                      [&](const Hit& one) { return one.paper.id.value == id; });
        if (hit == answer->hits.end()) {
            return Meeting::kNever;
        }
        const bool as_word = std::any_of(hit->why.begin(), hit->why.end(),
                                         [](const Reason& reason) { return reason.kind == Reason::Kind::kWord; });
        return as_word ? Meeting::kAsWord : Meeting::kInCompound;
    }

private:
    static inline std::unique_ptr<test::MiniIndex> index_;
};

TEST_P(Forms, MeetAsListed) {
    const std::vector<FormRow> rows = rows_of(GetParam());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(meet(std::string{rows[i].query}, id_of(GetParam(), i)), GetParam().meeting)
            << "'" << rows[i].query << "' asked for, '" << rows[i].written << "' written";
    }
}

std::string name_of(const testing::TestParamInfo<FormSection>& info) {
    return std::string{info.param.name};
}

INSTANTIATE_TEST_SUITE_P(, Forms, testing::ValuesIn(kFormSections), name_of);

TEST(KoreanForms, SurfaceAndStemAreNeverCountedTwice) {
    // 모델은 leaves its written form in the index beside 모델, and 뇌의 is found by 뇌 as another form of it.
    const test::MiniIndex index{{{.id = "bare", .text = "모델"},
                                 {.id = "particle", .text = "모델은"},
                                 {.id = "chained", .text = "모델들에서는"},
                                 {.id = "short", .text = "뇌"},
                                 {.id = "short-particle", .text = "뇌의"}}};
    const Result<Xapian::Database> database = open_index(index.folder());
    ASSERT_TRUE(database);
    const auto document = [&](const std::string& id) {
        return *database->postlist_begin(schema::term(schema::TermField::kId, id));
    };
    for (const char* const id : {"particle", "chained", "short", "short-particle"}) {
        EXPECT_LE(database->get_doclength(document(id)), database->get_doclength(document("bare"))) << id;
    }
    std::size_t forms = 0;
    const std::string prefix{schema::prefix(schema::TermField::kForm)};
    for (auto term = database->allterms_begin(prefix); term != database->allterms_end(prefix); ++term, ++forms) {
        EXPECT_EQ(database->get_collection_freq(*term), 0U) << *term;
    }
    EXPECT_GT(forms, 0U);

    Searcher searcher = index.searcher();
    const auto scores = [&](const std::string& query) {
        std::map<std::string, double> by_id;
        const auto answer = searcher.search(query, test::pure_relevance());
        for (const Hit& hit : answer->hits) {
            by_id[hit.paper.id.value] = hit.score;
        }
        return by_id;
    };
    for (const char* const query : {"모델", "모델은", "모델들에서는"}) {
        const auto found = scores(query);
        ASSERT_THAT(found, testing::SizeIs(3)) << query;
        EXPECT_DOUBLE_EQ(found.at("bare"), found.at("particle")) << query;
        EXPECT_DOUBLE_EQ(found.at("bare"), found.at("chained")) << query;
    }
    for (const char* const query : {"뇌", "뇌의"}) {
        const auto found = scores(query);
        ASSERT_THAT(found, testing::SizeIs(2)) << query;
        EXPECT_GT(found.at("short-particle"), 0) << query;
    }
}

TEST(KoreanForms, TheTableIsLarge) {
    std::size_t rows = 0;
    for (const FormSection& section : kFormSections) {
        rows += rows_of(section).size();
    }
    EXPECT_GE(rows, 300U);
}

}  // namespace
}  // namespace saegin::query
