// Suggestions over small archives: what is found, in which order, and that nothing flickers.
#include "query/suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "common/text/hangul.h"
#include "common/text/utf32.h"
#include "query/suggest_terms.h"
#include "tests/support/mini_index.h"
#include "tests/support/seed.h"

namespace saegin::query {
namespace {

using test::MiniIndex;
using test::MiniPaper;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using Texts = std::vector<std::string>;

IndexReader open(const std::vector<IndexFolder>& folders) {
    auto reader = IndexReader::open(std::move(folders));
    EXPECT_TRUE(reader);
    return std::move(*reader);
}

Suggestions suggestions(IndexReader& reader, const std::string& prefix, std::size_t limit = 10) {
    const auto found = suggest(reader, prefix, limit);
    EXPECT_TRUE(found) << to_string(found.error());
    return found ? *found : Suggestions{};
}

/// Texts of one kind, in order.
Texts texts(IndexReader& reader, const std::string& prefix, SuggestionKind kind, std::size_t limit = 10) {
    Texts out;
    for (const Suggestion& suggestion : suggestions(reader, prefix, limit).list) {
        if (suggestion.kind == kind) {
            out.push_back(suggestion.text);
        }
    }
    return out;
}

std::vector<MiniPaper> archive() {
    const std::string gloss = "확산 모델(diffusion models)은 그림을 되살립니다. 강화학습으로 가르칩니다.";
    std::vector<MiniPaper> papers{
        {.id = "1", .title = "Mamba in the Wild", .text = gloss, .authors = {"Tri Example", "김하나"}, .votes = 3},
        {.id = "2", .title = "The Mamba", .text = gloss, .authors = {"José Sample"}, .votes = 90},
        {.id = "3", .title = "Fine-Tuning Policies", .text = "학습은 길다. 환경과 환경을 학습합니다.", .votes = 1},
        {.id = "4", .title = "Token Maps", .text = "학습을 배웁니다. 환경에서 확산을 봅니다.", .votes = 1},
        {.id = "5", .title = "텍스트에서 그림으로", .text = "환경이 하는 학습과 학습자.", .votes = 1},
        {.id = "6", .title = "Diffusion Maps", .text = "환경, 환경, model diffusion", .votes = 1},
    };
    for (MiniPaper& paper : papers) {
        paper.date = "2024-08-28";  // votes count among papers of the same weeks
    }
    return papers;
}

class Suggest : public testing::Test {
protected:
    Texts terms(const std::string& prefix) { return texts(reader_, prefix, SuggestionKind::kTerm); }

    MiniIndex index_{archive()};
    IndexReader reader_ = open({index_.folder()});
};

struct Row {
    const char* typed;
    SuggestionKind kind;
    const char* expected;
};

TEST_F(Suggest, CompletesTermsAuthorsAndTitles) {
    const std::vector<Row> rows{
        {"ㅎㅅ ㅁㄷ", SuggestionKind::kTerm, "확산 모델"},
        {"ㅎㅅㅁ", SuggestionKind::kTerm, "확산 모델"},
        {"확산ㅁ", SuggestionKind::kTerm, "확산 모델"},
        {"확산 모", SuggestionKind::kTerm, "확산 모델"},
        {"학스", SuggestionKind::kTerm, "학습"},
        {"하", SuggestionKind::kTerm, "학습"},
        {"강홯", SuggestionKind::kTerm, "강화학습"},
        {"강홯ㅅ", SuggestionKind::kTerm, "강화학습"},
        {"강화 학", SuggestionKind::kTerm, "강화학습"},
        {"diffusion m", SuggestionKind::kTerm, "diffusion models"},
        {"DIFFUS", SuggestionKind::kTerm, "diffusion"},
        {"학습을 화", SuggestionKind::kTerm, "학습을 확산"},
        {"tri e", SuggestionKind::kAuthor, "Tri Example"},
        {"exam", SuggestionKind::kAuthor, "Tri Example"},
        {"ㄱㅎㄴ", SuggestionKind::kAuthor, "김하나"},
        {"jose", SuggestionKind::kAuthor, "José Sample"},
        {"mamba in", SuggestionKind::kTitle, "Mamba in the Wild"},
        {"the wi", SuggestionKind::kTitle, "Mamba in the Wild"},
        {"finetun", SuggestionKind::kTitle, "Fine-Tuning Policies"},
        {"policies", SuggestionKind::kTitle, "Fine-Tuning Policies"},
        {"텍스트에서 그", SuggestionKind::kTitle, "텍스트에서 그림으로"},
        {"ㅌㅅㅌ", SuggestionKind::kTitle, "텍스트에서 그림으로"},
    };
    for (const Row& row : rows) {
        EXPECT_THAT(texts(reader_, row.typed, row.kind), Contains(row.expected)) << row.typed;
    }
}

TEST(SuggestTitles, SignsAndLettersBeyondAsciiCompleteLikeOthers) {
    const MiniIndex index{{{.id = "1", .title = "AI – A Survey of Maps"},
                           {.id = "2", .title = "“Déjà Vu”: Seeing Is Believing"},
                           {.id = "3", .title = "Søren’s Étude — Über Alles"},
                           {.id = "4", .title = "ViT…? Go “Big”"},
                           {.id = "5", .title = "β-VAE · γ-Nets"},
                           {.id = "6", .title = "환각 – “모델”의 그림"}}};
    IndexReader reader = open({index.folder()});
    const std::vector<Row> rows{
        {"AI – A Su", SuggestionKind::kTitle, "AI – A Survey of Maps"},
        {"AI– a su", SuggestionKind::kTitle, "AI – A Survey of Maps"},
        {"ai – ", SuggestionKind::kTitle, "AI – A Survey of Maps"},
        {"ai - a surv", SuggestionKind::kTitle, "AI – A Survey of Maps"},
        {"“Déj", SuggestionKind::kTitle, "“Déjà Vu”: Seeing Is Believing"},
        {"deja vu", SuggestionKind::kTitle, "“Déjà Vu”: Seeing Is Believing"},
        {"déjà vu”: se", SuggestionKind::kTitle, "“Déjà Vu”: Seeing Is Believing"},
        {"vu” seeing is", SuggestionKind::kTitle, "“Déjà Vu”: Seeing Is Believing"},
        {"De\u0301ja\u0300 v", SuggestionKind::kTitle, "“Déjà Vu”: Seeing Is Believing"},
        {"soren", SuggestionKind::kTitle, "Søren’s Étude — Über Alles"},
        {"søren’s ét", SuggestionKind::kTitle, "Søren’s Étude — Über Alles"},
        {"etude — ub", SuggestionKind::kTitle, "Søren’s Étude — Über Alles"},
        {"vit… go", SuggestionKind::kTitle, "ViT…? Go “Big”"},
        {"go “bi", SuggestionKind::kTitle, "ViT…? Go “Big”"},
        {"go” b", SuggestionKind::kTitle, "ViT…? Go “Big”"},
        {"β-V", SuggestionKind::kTitle, "β-VAE · γ-Nets"},
        {"beta-vae · ga", SuggestionKind::kTitle, "β-VAE · γ-Nets"},
        {"환각 – “모", SuggestionKind::kTitle, "환각 – “모델”의 그림"},
        {"ㅎㄱ – “ㅁㄷ", SuggestionKind::kTitle, "환각 – “모델”의 그림"},
    };
    for (const Row& row : rows) {
        EXPECT_THAT(texts(reader, text::to_nfc(row.typed), row.kind), Contains(row.expected)) << row.typed;
    }
}

TEST_F(Suggest, LeavesOutWhatIsNoTerm) {
    EXPECT_THAT(terms("th"), Not(Contains("the")));
    EXPECT_THAT(terms("되살"), Not(Contains("되살립니다")));
    EXPECT_THAT(terms("하는"), IsEmpty());
    EXPECT_THAT(terms("없는 화"), IsEmpty()) << "what stands in front must be known";
    EXPECT_THAT(terms("학습자 mam"), IsEmpty()) << "and papers must have both";
    for (const char* const nothing : {"", " ", "?!", "zzzz", "\xFF\xC0", "\x1B[31"}) {
        EXPECT_THAT(suggestions(reader_, nothing).list, IsEmpty()) << nothing;
    }
}

TEST_F(Suggest, TellsPapersAndIds) {
    const Suggestions found = suggestions(reader_, "mamba i");
    ASSERT_THAT(found.list, Not(IsEmpty()));
    EXPECT_EQ(found.list[0], (Suggestion{SuggestionKind::kTitle, "Mamba in the Wild", 1, PaperId{"1"}}));
    EXPECT_EQ(suggestions(reader_, "학습").list.at(0), (Suggestion{SuggestionKind::kTerm, "학습", 3, std::nullopt}));
}

TEST_F(Suggest, MuchUsedTermsAndMuchVotedTitlesComeFirst) {
    EXPECT_EQ(terms("하").at(0), "학습");
    EXPECT_THAT(texts(reader_, "mamba", SuggestionKind::kTitle), ElementsAre("The Mamba", "Mamba in the Wild"));
}

TEST_F(Suggest, TriesTheOtherLayoutWhereNothingFits) {
    const Suggestions korean = suggestions(reader_, "ghkrtks ah");
    EXPECT_EQ(korean.read_as, "확산 모");
    ASSERT_THAT(korean.list, Not(IsEmpty()));
    EXPECT_EQ(korean.list[0].text, "확산 모델");
    const Suggestions english = suggestions(reader_, "ㅡ므ㅠ");
    EXPECT_EQ(english.read_as, "mamb");
    EXPECT_THAT(english.list, Not(IsEmpty()));
    EXPECT_EQ(suggestions(reader_, "mamb").read_as, "");
}

TEST_F(Suggest, KeepsToTheLimit) {
    for (const std::size_t limit : {1U, 2U, 3U, 10U}) {
        for (const char* const typed : {"m", "ㅎ", "t"}) {
            const auto found = suggestions(reader_, typed, limit).list;
            EXPECT_LE(found.size(), limit);
            EXPECT_FALSE(found.empty());
        }
    }
}

TEST(SuggestOrder, VotesDecideAmongEquallyUsedTermsThenTheText) {
    const MiniIndex index{{{.id = "1", .text = "가나다 가나라", .votes = 1, .date = "2024-08-28"},
                           {.id = "2", .text = "가나바", .votes = 50, .date = "2024-08-28"},
                           {.id = "3", .text = "다른 말", .votes = 20, .date = "2024-08-28"}}};
    IndexReader reader = open({index.folder()});
    EXPECT_THAT(texts(reader, "가나", SuggestionKind::kTerm), ElementsAre("가나바", "가나다", "가나라"));
}

TEST(SuggestOrder, SeveralIndexesAnswerAsOneOfAllPapers) {
    const std::vector<MiniPaper> all = archive();
    const MiniIndex whole{all};
    const MiniIndex first{{all.begin(), all.begin() + 3}};
    const MiniIndex second{{all.begin() + 3, all.end()}};
    IndexReader one = open({whole.folder()});
    IndexReader two = open({first.folder(), second.folder()});
    for (const char* const typed : {"하", "확산 ㅁ", "m", "김"}) {
        const auto sorted = [&](IndexReader& reader) {
            // Priors differ between the parts and the whole, and with them the order.
            auto list = suggestions(reader, typed).list;
            std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.text < b.text; });
            return list;
        };
        EXPECT_EQ(sorted(one), sorted(two)) << typed;
    }
    IndexReader twice = open({first.folder(), first.folder()});
    EXPECT_EQ(texts(twice, "mamba", SuggestionKind::kTitle).size(), 2U) << "a paper of both indexes is one";
}

/// All that fits, by kind: what the lists of suggestions are chosen from.
std::map<SuggestionKind, std::set<std::string>> all_that_fits(IndexReader& reader, const std::string& typed) {
    std::map<SuggestionKind, std::set<std::string>> all;
    const auto matched = reader.read([&](const Xapian::Database& database) -> Result<std::vector<TermMatch>> {
        return match_terms(database, reader.lexicon(), typed);
    });
    EXPECT_TRUE(matched);
    for (const TermMatch& match : *matched) {
        all[SuggestionKind::kTerm].insert(match.text);
    }
    for (const SuggestionKind kind : {SuggestionKind::kAuthor, SuggestionKind::kTitle}) {
        const Suggestions found = suggestions(reader, typed, kMostSuggestions);
        for (const Suggestion& suggestion : found.list) {
            if (suggestion.kind == kind && found.read_as.empty()) {
                all[kind].insert(suggestion.text);
            }
        }
    }
    return all;
}

TEST(SuggestFlicker, NothingThatDidNotFitComesBackStrokeByStroke) {
    std::mt19937 random{test::test_seed(20241125)};
    constexpr auto kWords = std::to_array<const char32_t*>(
        {U"확산 모델", U"강화학습", U"학습 환경", U"mamba in the", U"diffusion models", U"fine-tuning", U"김하나",
         U"텍스트에서 그림", U"token maps", U"jos", U"하고", U"학스ㅅ"});
    const MiniIndex index{archive()};
    IndexReader reader = open({index.folder()});
    for (int round = 0; round < 60; ++round) {
        std::u32string keys;
        for (const char32_t c : std::u32string{kWords[random() % kWords.size()]}) {
            const std::u32string whole = text::to_keys(std::u32string{c});
            keys += random() % 3 == 0 ? whole.substr(0, 1) : whole;
        }
        std::map<SuggestionKind, std::set<std::string>> before;
        for (std::size_t stroke = 1; stroke <= keys.size(); ++stroke) {
            const std::string shown = text::to_utf8(text::compose(keys.substr(0, stroke)));
            auto now = all_that_fits(reader, shown);
            // Behind a blank a new word begins, which may be completed on its own.
            const bool new_word = stroke > 1 && keys[stroke - 2] == U' ';
            for (const auto& [kind, fitting] : now) {
                if (stroke > 1 && !(new_word && kind == SuggestionKind::kTerm)) {
                    const std::set<std::string>& earlier = before[kind];
                    ASSERT_TRUE(std::includes(earlier.begin(), earlier.end(), fitting.begin(), fitting.end())) << shown;
                }
            }
            before = std::move(now);
        }
    }
}

}  // namespace
}  // namespace saegin::query
