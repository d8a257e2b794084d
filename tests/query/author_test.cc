// An author's papers, co-authors, years and subjects, over small archives and over several indexes.
#include "query/author.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "query/output/author_printer.h"
#include "tests/support/index_server.h"
#include "tests/support/mini_index.h"

namespace saegin::query {
namespace {

using test::IndexServer;
using test::MiniIndex;
using test::MiniPaper;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<MiniPaper> archive() {
    std::vector<MiniPaper> papers{
        {.id = "a1",
         .title = "Whale Songs",
         .text = "고래(whale)의 노래(song)를 듣습니다. 결과를 봅니다.",
         .authors = {"Hye-Jin Kim", "Bo Sea", "Cy Tide"},
         .votes = 3,
         .date = "2024-08-01"},
        {.id = "a2",
         .title = "More Whales",
         .text = "고래(whale)의 수를 셉니다. 결과를 봅니다.",
         .authors = {"Bo Sea", "KIM Hyejin"},
         .date = "2024-09-01"},
        {.id = "a3",
         .title = "Whales at Night",
         .text = "밤의 고래(whale)를 봅니다. 결과를 봅니다.",
         .authors = {"H. Kim", "Sea Bo"},
         .date = "2023-02-03"},
        {.id = "a4", .title = "A Whale", .text = "결과를 봅니다.", .authors = {"Hyejin Kim"}},
        {.id = "b1", .title = "Songs", .text = "노래(song)의 결과를 봅니다.", .authors = {"Bo Sea"}},
        {.id = "c1", .title = "Rest", .text = "쉽니다.", .authors = {"Dan Kim", "Danny Ocean", "D. Kim"}},
    };
    for (int i = 0; i < 30; ++i) {
        papers.push_back({.id = "other" + std::to_string(i),
                          .title = "Nets " + std::to_string(i),
                          .text = "바다에서 잡은 결과를 봅니다.",
                          .authors = {"Nobody Else"}});
    }
    return papers;
}

AuthorProfile profile_of(Result<IndexReader> reader, const std::string& name, std::size_t limit = 10) {
    EXPECT_TRUE(reader);
    const auto profile = read_author(*reader, name, limit);
    EXPECT_TRUE(profile) << to_string(profile.error());
    return profile ? *profile : AuthorProfile{};
}

AuthorProfile profile_of(const MiniIndex& index, const std::string& name, std::size_t limit = 10) {
    return profile_of(IndexReader::open({index.folder()}), name, limit);
}

std::vector<std::string> ids_of(const AuthorProfile& author) {
    std::vector<std::string> ids;
    std::transform(author.papers.begin(), author.papers.end(), std::back_inserter(ids),
                   [](const Hit& hit) { return hit.paper.id.value; });
    return ids;
}

std::vector<std::string> terms_of(const AuthorProfile& author) {
    std::vector<std::string> terms;
    std::transform(author.terms.begin(), author.terms.end(), std::back_inserter(terms),
                   [](const AuthorTerm& term) { return term.text; });
    return terms;
}

TEST(Author, HasPapersOfAllSpellingsNewestFirst) {
    const MiniIndex index{archive()};
    const AuthorProfile author = profile_of(index, "Hye Jin Kim");
    EXPECT_EQ(author.asked, "Hye Jin Kim");
    EXPECT_EQ(author.total, 4U);
    EXPECT_THAT(ids_of(author), ElementsAre("a2", "a1", "a3", "a4")) << "papers without a date are last";
    EXPECT_THAT(author.names, ElementsAre(NamePapers{"H. Kim", 1}, NamePapers{"Hye-Jin Kim", 1},
                                          NamePapers{"Hyejin Kim", 1}, NamePapers{"KIM Hyejin", 1}));
    EXPECT_THAT(author.possible, IsEmpty());
    EXPECT_THAT(author.years, ElementsAre(YearPapers{2023, 1}, YearPapers{2024, 2}, YearPapers{std::nullopt, 1}));
    EXPECT_EQ(author.papers.front().rank, 1U);
    EXPECT_THAT(author.papers.front().snippet, Not(IsEmpty()));
    EXPECT_THAT(author.papers.front().matched_authors, ElementsAre(1U)) << "to be marked in a long list";
}

TEST(Author, CoAuthorsAreCountedAsPeople) {
    const MiniIndex index{archive()};
    const AuthorProfile author = profile_of(index, "kim, hyejin", 1);
    EXPECT_EQ(ids_of(author).size(), 1U) << "the limit is for papers alone";
    EXPECT_EQ(author.total, 4U);
    EXPECT_EQ(author.coauthors, 2U);
    EXPECT_THAT(author.first_coauthors, ElementsAre(NamePapers{"Bo Sea", 3}, NamePapers{"Cy Tide", 1}));
}

TEST(Author, WritesAboutWhatOthersDoNot) {
    const MiniIndex index{archive()};
    const AuthorProfile author = profile_of(index, "Hye-Jin Kim");
    EXPECT_THAT(terms_of(author), AllOf(Contains("고래"), Contains(::testing::AnyOf("whale", "Whale"))));
    EXPECT_THAT(terms_of(author), Not(Contains("결과"))) << "boilerplate: nearly all papers have it";
    EXPECT_THAT(terms_of(author), Not(Contains("노래"))) << "one paper of several is no subject";
    for (std::size_t i = 1; i < author.terms.size(); ++i) {
        EXPECT_GE(author.terms[i - 1].weight, author.terms[i].weight);
    }
}

TEST(Author, TwoNamesOnOnePaperAreTwoPeople) {
    const MiniIndex index{archive()};
    const AuthorProfile author = profile_of(index, "Dan Kim");
    EXPECT_THAT(author.names, ElementsAre(NamePapers{"Dan Kim", 1}));
    EXPECT_THAT(author.possible, ElementsAre(NamePapers{"D. Kim", 1}));
}

TEST(Author, WhoIsUnknownHasSuggestions) {
    const MiniIndex index{archive()};
    const AuthorProfile slip = profile_of(index, "Danny Ocaen");
    EXPECT_EQ(slip.total, 0U);
    EXPECT_THAT(slip.names, IsEmpty());
    EXPECT_THAT(slip.papers, IsEmpty());
    EXPECT_THAT(slip.suggestions, ElementsAre("Danny Ocean"));
    EXPECT_THAT(profile_of(index, "Danny Oc").suggestions, ElementsAre("Danny Ocean")) << "the name goes on";
    EXPECT_THAT(profile_of(index, "Tid").suggestions, ElementsAre("Cy Tide")) << "a part of the name";
    EXPECT_THAT(profile_of(index, "Kim").suggestions, Contains("Dan Kim")) << "a part of several names";
    EXPECT_THAT(profile_of(index, "Zzyzx").suggestions, IsEmpty());
    EXPECT_THAT(profile_of(index, "--- \xFF").suggestions, IsEmpty()) << "any bytes";
    std::string endless;
    for (int i = 0; i < 50000; ++i) {
        endless += "a. ";
    }
    EXPECT_THAT(profile_of(index, endless).suggestions, IsEmpty()) << "of any length";
    EXPECT_THAT(profile_of(MiniIndex{}, "Bo Sea").suggestions, IsEmpty()) << "an empty index";
}

TEST(Author, IsFoundByAWordThatNobodyElseHas) {
    const MiniIndex index{archive()};
    const AuthorProfile author = profile_of(index, "tide");
    ASSERT_EQ(author.names.size(), 1U);
    EXPECT_EQ(author.names[0].name, "Cy Tide");
    EXPECT_EQ(author.total, 1U);
}

TEST(Author, OfSeveralIndexesIsThatOfOne) {
    const std::vector<MiniPaper> papers = archive();
    const MiniIndex all{papers};
    std::vector<std::vector<MiniPaper>> parts(3);
    for (std::size_t i = 0; i < papers.size(); ++i) {
        parts[i % parts.size()].push_back(papers[i]);
    }
    parts[1].push_back(papers[0]);  // one paper stands in two
    const std::vector<MiniIndex> indexes(parts.begin(), parts.end());
    const IndexServer server{indexes[1].folder().path().string()};
    std::vector<Shard> mixed{shard_of(indexes[0].folder()), *shards_of(server.address())->begin(),
                             shard_of(indexes[2].folder())};
    for (const char* const name : {"Hye Jin Kim", "Bo Sea", "H. Kim", "Dan Kim", "Danny Ocaen"}) {
        const AuthorProfile one = profile_of(all, name);
        const AuthorProfile local =
            profile_of(IndexReader::open({indexes[0].folder(), indexes[1].folder(), indexes[2].folder()}), name);
        const AuthorProfile served = profile_of(IndexReader::open(mixed), name);
        for (const AuthorProfile* other : {&local, &served}) {
            EXPECT_EQ(ids_of(*other), ids_of(one)) << name;
            EXPECT_EQ(other->total, one.total) << name;
            EXPECT_EQ(other->names, one.names) << name;
            EXPECT_EQ(other->first_coauthors, one.first_coauthors) << name;
            EXPECT_EQ(other->years, one.years) << name;
            EXPECT_EQ(other->suggestions, one.suggestions) << name;
            EXPECT_EQ(terms_of(*other), terms_of(one)) << name;
        }
    }
}

TEST(AuthorPrinter, TellsWhatWasJoinedAndWhatWasNot) {
    AuthorProfile author;
    author.asked = "ada";
    author.names = {{"Ada Example", 2}, {"Example Ada", 1}};
    author.possible = {{"A. Example", 4}};
    author.total = 3;
    author.years = {{2024, 2}, {std::nullopt, 1}};
    author.coauthors = 12;
    author.first_coauthors = {{"김하나", 2}};
    author.terms = {{"고래", 2, 3.5}};
    const std::string text = to_text(author, {});
    EXPECT_THAT(text, HasSubstr("Ada Example, 3 papers\n"));
    EXPECT_THAT(text, HasSubstr("Written   Ada Example (2) · Example Ada (1)\n"));
    EXPECT_THAT(text, HasSubstr("Possibly  A. Example (4)\n"));
    EXPECT_THAT(text, HasSubstr("Years     2024 (2) · unknown (1)\n"));
    EXPECT_THAT(text, HasSubstr("With      김하나 (2) and 11 more\n"));
    EXPECT_THAT(text, HasSubstr("About     고래 (2)\n"));
    EXPECT_THAT(text, HasSubstr("0 of 3 papers\n"));
    EXPECT_EQ(to_json(author),
              R"({"version":1,"author":"ada","total":3,"names":[{"name":"Ada Example","papers":2},)"
              R"({"name":"Example Ada","papers":1}],"also_possible":[{"name":"A. Example","papers":4}],)"
              R"("suggestions":[],"years":[{"year":2024,"papers":2},{"year":null,"papers":1}],)"
              R"("coauthors_total":12,"coauthors":[{"name":"김하나","papers":2}],)"
              R"("terms":[{"text":"고래","papers":2,"weight":3.5}],"results":[]})");
}

TEST(AuthorPrinter, AsksBackForAnUnknownName) {
    AuthorProfile author;
    author.asked = "Ada\033[1m";
    EXPECT_EQ(to_text(author, {}), "No paper is by 'Ada [1m'.\n");
    author.suggestions = {"Ada Example", "Ada Sample"};
    EXPECT_EQ(to_text(author, {}), "No paper is by 'Ada [1m'. Did you mean: Ada Example, Ada Sample?\n");
}

}  // namespace
}  // namespace saegin::query
