// The JSON form: every field that FORMAT.md documents is there with its type, the text is as it was written, and what
// comes out is always one line of valid UTF-8.
#include "query/output/json_printer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "common/schema.h"
#include "common/text/analyzer.h"
#include "common/text/unicode.h"

namespace saegin::query {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Answer one_hit() {
    Hit hit;
    hit.rank = 1;
    hit.paper.id = {"2408.15237"};
    hit.paper.title = "A <b>Title</b> & \"more\"";
    hit.paper.url = "https://arxiv.org/abs/2408.15237";
    hit.paper.date = DigestDate{2024, 8, 28};
    hit.paper.votes = 20;
    hit.paper.authors = {"Ada Example", "김하나"};
    hit.score = 1.5;
    hit.snippet = {{"새 ", false}, {"확산모델", true}, {"은 <i>", false}};
    hit.why = {{Reason::Kind::kWord, "확산모델"},
               {Reason::Kind::kQueryAuthor, "ada"},
               {Reason::Kind::kSharedTerm, "Mamba"},
               {Reason::Kind::kSharedAuthor, "김하나"}};
    Answer answer;
    answer.query = "확산모델";
    answer.total = 57;
    answer.took_ms = 1.25;
    answer.corrections = {{"ghksrkr", "환각", Correction::Kind::kLayout, {0, 7}}};
    answer.additions = {{"환각", "환각", 0, 1, {{Alternative::Kind::kEquivalent, {"hallucin"}, "hallucination", 0.6}}}};
    answer.hits = {hit};
    answer.canonical = "확산모델";
    answer.diagnostics = {{{0, 3}, "something is amiss"}};
    answer.explanations = {{1.5, 300, 350.5, {{Part::Kind::kWord, "확산모델", 1.5, {{"확산모델", 2, 57}}}}}};
    return answer;
}

std::vector<std::string> keys_of(const json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items()) {
        keys.push_back(key);
    }
    return keys;
}

/// Fails unless each of `fields` ("name:type") is in the object with that type.
void expect_fields(const json& object, const std::vector<std::pair<std::string, std::string>>& fields) {
    for (const auto& [name, type] : fields) {
        ASSERT_TRUE(object.contains(name)) << name;
        EXPECT_EQ(object[name].type_name(), type) << name << " is " << object[name].dump();
    }
    EXPECT_EQ(keys_of(object).size(), fields.size()) << "document a new field in FORMAT.md and here";
}

TEST(JsonPrinter, AnAnswerHasEveryFieldWithItsType) {
    const json answer = json::parse(to_json(one_hit()));
    expect_fields(answer, {{"version", "number"},
                           {"query", "string"},
                           {"total", "number"},
                           {"total_is_exact", "boolean"},
                           {"took_ms", "number"},
                           {"left_out", "number"},
                           {"corrections", "array"},
                           {"expansions", "array"},
                           {"canonical", "string"},
                           {"diagnostics", "array"},
                           {"missing", "array"},
                           {"unknown", "array"},
                           {"results", "array"}});
    EXPECT_EQ(answer["version"], 1);
    expect_fields(answer["corrections"].at(0), {{"typed", "string"}, {"repaired", "string"}, {"kind", "string"}});
    EXPECT_EQ(answer["corrections"].at(0)["kind"], "layout");
    const json& expansion = answer["expansions"].at(0);
    expect_fields(expansion, {{"typed", "string"}, {"added", "array"}});
    expect_fields(expansion["added"].at(0), {{"text", "string"}, {"kind", "string"}, {"weight", "number"}});
    EXPECT_EQ(expansion["added"].at(0)["kind"], "equivalent");
    EXPECT_EQ(answer["query"], "확산모델");
    EXPECT_TRUE(answer["total"].is_number_unsigned());
    const json& hit = answer["results"].at(0);
    expect_fields(hit, {{"rank", "number"},
                        {"id", "string"},
                        {"title", "string"},
                        {"url", "string"},
                        {"date", "string"},
                        {"votes", "number"},
                        {"authors", "array"},
                        {"score", "number"},
                        {"snippet", "array"},
                        {"why", "array"},
                        {"explanation", "object"}});
    const json& explanation = hit["explanation"];
    expect_fields(explanation,
                  {{"score", "number"}, {"length", "number"}, {"average_length", "number"}, {"parts", "array"}});
    expect_fields(explanation["parts"].at(0),
                  {{"kind", "string"}, {"text", "string"}, {"score", "number"}, {"terms", "array"}});
    expect_fields(explanation["parts"][0]["terms"].at(0),
                  {{"term", "string"}, {"frequency", "number"}, {"papers", "number"}});
    expect_fields(answer["diagnostics"].at(0), {{"begin", "number"}, {"end", "number"}, {"message", "string"}});
    EXPECT_EQ(hit["date"], "2024-08-28");
    EXPECT_EQ(hit["votes"], 20);
    EXPECT_EQ(hit["authors"], (json{"Ada Example", "김하나"}));
    expect_fields(hit["snippet"].at(1), {{"text", "string"}, {"hit", "boolean"}});
    expect_fields(hit["why"].at(0), {{"kind", "string"}, {"text", "string"}});
    std::vector<std::string> kinds;
    for (const json& reason : hit["why"]) {
        kinds.push_back(reason["kind"]);
    }
    EXPECT_THAT(kinds, ElementsAre("word", "author", "shared_term", "shared_author"));
}

TEST(JsonPrinter, WhatIsUnknownIsNullAndListsAreNever) {
    Answer answer;
    answer.hits.emplace_back();
    const json hit = json::parse(to_json(answer))["results"].at(0);
    EXPECT_TRUE(hit["votes"].is_null());
    EXPECT_TRUE(hit["date"].is_null());
    EXPECT_EQ(hit["url"], "");
    EXPECT_EQ(hit["authors"], json::array());
    EXPECT_EQ(hit["snippet"], json::array());
    EXPECT_EQ(hit["why"], json::array());
    EXPECT_EQ(json::parse(to_json(Answer{}))["results"], json::array());
}

TEST(JsonPrinter, FacetsAreThereWhereTheyWereAskedFor) {
    EXPECT_FALSE(json::parse(to_json(Answer{})).contains("facets"));
    Answer answer;
    answer.facets = Facets{{{"2024-08", 12, "date:2024-08"}}, {}, {{"A \"B\" C", 1, ""}}, {}};
    const json facets = json::parse(to_json(answer))["facets"];
    expect_fields(facets, {{"month", "array"}, {"votes", "array"}, {"author", "array"}, {"section", "array"}});
    expect_fields(facets["month"].at(0), {{"value", "string"}, {"papers", "number"}, {"filter", "string"}});
    EXPECT_EQ(facets["month"].at(0), (json{{"value", "2024-08"}, {"papers", 12}, {"filter", "date:2024-08"}}));
    EXPECT_EQ(facets["author"].at(0)["filter"], "");
}

TEST(JsonPrinter, TextLikeMarkupIsUntouched) {
    const json hit = json::parse(to_json(one_hit()))["results"].at(0);
    EXPECT_EQ(hit["title"], "A <b>Title</b> & \"more\"");
    EXPECT_EQ(hit["snippet"].at(2)["text"], "은 <i>");
}

TEST(JsonPrinter, AlwaysOneLineOfValidUtf8) {
    Answer answer = one_hit();
    answer.query = "bad \xFF\xC0\xAF end\x1B[31m\n";
    answer.hits[0].paper.title = "\xED\xA0\x80 surrogate";
    answer.hits[0].paper.authors = {"\xEC\x8B"};
    answer.hits[0].snippet = {{"half \xEC\x8B", true}};
    const std::string text = to_json(answer);
    EXPECT_EQ(text::repair_utf8(text).replacements, 0U);
    EXPECT_THAT(text, Not(HasSubstr("\n")));
    EXPECT_THAT(text, Not(HasSubstr("\x1B")));
    const json parsed = json::parse(text);
    EXPECT_EQ(parsed["results"].at(0)["snippet"].at(0)["text"], "half \uFFFD");
}

TEST(JsonPrinter, APaperHasEveryFieldWithItsType) {
    Searcher::Stored stored;
    stored.paper = one_hit().hits[0].paper;
    stored.paper.days = {{2024, 8, 28}, {2024, 9, 1}};
    stored.paper.sections = {{"What's New", "새 글"}, {"", "더"}};
    Entry entry;
    entry.title = "An Older Title";
    entry.file = "2024/08/28.md";
    entry.line = 27;
    entry.date = DigestDate{2024, 8, 28};
    Entry bare;
    bare.file = "-";
    stored.entries = {entry, bare};
    const json paper = json::parse(to_json(stored));
    expect_fields(paper, {{"version", "number"},
                          {"id", "string"},
                          {"title", "string"},
                          {"url", "string"},
                          {"date", "string"},
                          {"votes", "number"},
                          {"authors", "array"},
                          {"days", "array"},
                          {"sections", "array"},
                          {"sources", "array"}});
    EXPECT_EQ(paper["days"], (json{"2024-08-28", "2024-09-01"}));
    expect_fields(paper["sections"].at(0), {{"heading", "string"}, {"text", "string"}});
    expect_fields(paper["sources"].at(0),
                  {{"file", "string"}, {"line", "number"}, {"date", "string"}, {"votes", "null"}, {"title", "string"}});
    EXPECT_TRUE(paper["sources"].at(1)["date"].is_null());
    EXPECT_EQ(paper["sources"].at(0)["line"], 27);
}

TEST(JsonPrinter, FiguresHaveEveryFieldWithItsType) {
    Stats stats;
    stats.papers = 3590;
    stats.first_date = DigestDate{2023, 11, 1};
    stats.average_length = 120.5;
    const json figures = json::parse(to_json(stats));
    expect_fields(figures, {{"version", "number"},
                            {"papers", "number"},
                            {"files", "number"},
                            {"first_date", "string"},
                            {"last_date", "null"},
                            {"without_date", "number"},
                            {"without_votes", "number"},
                            {"without_authors", "number"},
                            {"on_several_days", "number"},
                            {"votes", "number"},
                            {"most_votes", "number"},
                            {"authors", "number"},
                            {"terms", "number"},
                            {"words", "number"},
                            {"average_length", "number"},
                            {"index_bytes", "number"},
                            {"schema", "number"},
                            {"analyzer", "string"}});
    EXPECT_EQ(figures["papers"], 3590);
    EXPECT_EQ(figures["schema"], schema::kVersion);
    EXPECT_EQ(figures["analyzer"], text::analyzer_fingerprint());
}

TEST(JsonPrinter, EveryFieldIsDocumented) {
    std::ifstream in{std::string{SAEGIN_SOURCE_DIR} + "/query/output/FORMAT.md"};
    const std::string document{std::istreambuf_iterator<char>{in}, {}};
    ASSERT_FALSE(document.empty());
    Searcher::Stored stored;
    stored.paper.sections = {{}};
    stored.entries.emplace_back();
    for (const std::string& text : {to_json(one_hit()), to_json(stored), to_json(Stats{})}) {
        const auto check = [&](const json& value, const auto& self) -> void {
            if (value.is_object()) {
                for (const auto& [key, inner] : value.items()) {
                    EXPECT_THAT(document, HasSubstr("`" + key + "`"));
                    self(inner, self);
                }
            } else if (value.is_array()) {
                for (const json& inner : value) {
                    self(inner, self);
                }
            }
        };
        check(json::parse(text), check);
    }
}

}  // namespace
}  // namespace saegin::query
