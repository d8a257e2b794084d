// What the variants of queries promise: each changes just what its name says, in any text, and what is drawn depends on
// seed, variant and query alone.
#include "benchmarks/eval/suites/variants.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <vector>

#include "benchmarks/eval/suites/keyboard_slips.h"
#include "benchmarks/eval/suites/korean_variants.h"
#include "benchmarks/eval/suites/text_runs.h"
#include "common/text/hangul.h"
#include "common/text/keyboard_layout.h"
#include "common/text/unicode.h"
#include "common/text/utf32.h"
#include "tests/support/seed.h"

namespace saegin::eval {
namespace {

using text::to_utf8;

const Variant& named(std::string_view name) {
    const auto all = all_variants();
    return *std::find_if(all.begin(), all.end(), [&](const Variant& variant) { return variant.name == name; });
}

struct Row {
    const char* variant;
    const char* query;
    const char* varied;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.variant << " of " << row.query;
}

/// Variants in which nothing is drawn.
class Certain : public testing::TestWithParam<Row> {};

TEST_P(Certain, AreAsListed) {
    EXPECT_EQ(make_variant(named(GetParam().variant), GetParam().query, 1, "q"), GetParam().varied);
}

INSTANTIATE_TEST_SUITE_P(
    Variants, Certain,
    testing::Values(Row{"no-spaces", "확산 모델", "확산모델"}, Row{"no-spaces", "LLM 환각 줄이기", "LLM 환각줄이기"},
                    Row{"no-spaces", "확산, 모델", "확산, 모델"}, Row{"no-spaces", "a b 가", "a b 가"},
                    Row{"korean-as-english", "확산 모델", "ghkrtks ahepf"},
                    Row{"korean-as-english", "LLM의 환각", "LLMdml ghksrkr"},
                    Row{"english-as-korean", "GPT-4o의 rag", "혰-4ㅐ의 ㄱㅁㅎ"},
                    Row{"upper-case", "diffusion 모델 é", "DIFFUSION 모델 É"}, Row{"nfd", "가", "\u1100\u1161"},
                    Row{"nfd", "é", "e\u0301"}, Row{"particles", "diffusion", "diffusion"},
                    Row{"jamo-typo", "diffusion 가", "diffusion 가"},
                    Row{"english-typo", "확산 RAG with", "확산 RAG with"}, Row{"english-typo", "", ""},
                    Row{"particles", "", ""}, Row{"jamo-typo", "", ""}));

TEST(Variants, TakeQueriesInNfc) {
    EXPECT_EQ(make_variant(named("korean-as-english"), "\u1100\u1161", 1, "q"), "rk");
}

TEST(Variants, DependOnSeedAndQueryAlone) {
    const std::string query = "diffusion transformers 확산 모델 정렬 편집";
    for (const Variant& variant : all_variants()) {
        EXPECT_EQ(make_variant(variant, query, 5, "q1"), make_variant(variant, query, 5, "q1")) << variant.name;
    }
    for (const char* const drawn : {"particles", "jamo-typo", "english-typo"}) {
        std::vector<std::string> forms;
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            forms.push_back(make_variant(named(drawn), query, seed, "q1"));
            forms.push_back(make_variant(named(drawn), query, 1, "q" + std::to_string(seed + 1)));
        }
        std::sort(forms.begin(), forms.end());
        EXPECT_GT(std::unique(forms.begin(), forms.end()) - forms.begin(), 8) << drawn;
    }
}

/// Words of Korean, English and both, signs, and what nobody expects.
std::u32string random_query(std::mt19937& random) {
    constexpr std::u32string_view kSigns = U"-,.()!$\u00e9\u4e00ㅎ\U0001F600";
    constexpr std::uint32_t kSyllables = 11172;
    std::u32string query;
    for (auto words = random() % 6; words > 0; --words) {
        const auto kind = random() % 4;
        for (auto letters = 1 + random() % 7; letters > 0; --letters) {
            query += kind == 0   ? U'가' + static_cast<char32_t>(random() % kSyllables)
                     : kind == 1 ? (random() % 5 == 0 ? U'A' : U'a') + static_cast<char32_t>(random() % 26)
                     : kind == 2 ? U"확산모델정의데이터를은의"[random() % 12]
                                 : kSigns[random() % kSigns.size()];
        }
        query += random() % 6 == 0 ? U"" : U" ";
    }
    return query;
}

class AnyQuery : public testing::Test {
protected:
    /// Calls `check(query, draw)` for many queries.
    template <typename Check>
    void for_many(const Check& check) {
        const std::uint32_t seed = test::test_seed(20240828);
        std::mt19937 random{seed};
        for (std::uint32_t round = 0; round < 3000 && !HasFatalFailure(); ++round) {
            const std::u32string query = random_query(random);
            SCOPED_TRACE("query '" + to_utf8(query) + "'");
            Draw draw{seed, std::to_string(round)};
            check(query, draw);
        }
    }
};

TEST_F(AnyQuery, HasOneKeyStruckBesideInAJamoTypo) {
    int changed = 0;
    for_many([&](const std::u32string& query, Draw& draw) {
        const std::u32string typo = mistype_jamo(query, draw);
        if (typo == query) {
            return;
        }
        ++changed;
        ASSERT_EQ(typo.size(), query.size()) << to_utf8(typo);
        const std::u32string meant = text::to_keys(query);
        const std::u32string typed = text::to_keys(typo);
        ASSERT_EQ(typed.size(), meant.size()) << to_utf8(typo);
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < meant.size(); ++i) {
            if (meant[i] != typed[i]) {
                ++wrong;
                EXPECT_EQ(text::is_jamo_vowel(meant[i]), text::is_jamo_vowel(typed[i]));
                const std::u32string beside = keys_beside(*text::key_of_jamo(meant[i]));
                EXPECT_TRUE(std::any_of(beside.begin(), beside.end(), [&](char32_t key) {
                    return text::jamo_of_key(key) == typed[i];
                })) << to_utf8(typo);
            }
        }
        EXPECT_EQ(wrong, 1U) << to_utf8(typo);
        EXPECT_EQ(hangul_runs(typo), hangul_runs(query)) << to_utf8(typo);
    });
    EXPECT_GT(changed, 500);
}

/// Edit distance in which swapping two neighbours is one edit.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

TEST_F(AnyQuery, IsOneEditAwayFromItsEnglishTypo) {
    int changed = 0;
    for_many([&](const std::u32string& query, Draw& draw) {
        const std::u32string typo = mistype_english(query, draw);
        if (typo == query) {
            return;
        }
        ++changed;
        EXPECT_EQ(edit_distance(query, typo), 1U) << to_utf8(typo);
        EXPECT_EQ(edit_distance(text::to_utf32(text::fold(to_utf8(query))), text::to_utf32(text::fold(to_utf8(typo)))),
                  1U)
            << to_utf8(typo);
        const std::vector<Stretch> meant = latin_runs(query);
        const std::vector<Stretch> typed = latin_runs(typo);
        ASSERT_EQ(typed.size(), meant.size()) << to_utf8(typo);
        std::size_t words = 0;
        for (std::size_t i = 0; i < meant.size(); ++i) {
            if (meant[i].of(query) != typed[i].of(typo)) {
                ++words;
                EXPECT_GE(meant[i].size(), 4U) << to_utf8(typo);
                EXPECT_EQ(query[meant[i].begin], typo[typed[i].begin]) << "the first letter stays";
            }
        }
        EXPECT_EQ(words, 1U) << to_utf8(typo);
    });
    EXPECT_GT(changed, 500);
}

TEST_F(AnyQuery, KeepsItsLettersInOrderWithParticles) {
    int changed = 0;
    for_many([&](const std::u32string& query, Draw& draw) {
        const std::u32string longer = add_particles(query, draw);
        changed += longer == query ? 0 : 1;
        std::size_t at = 0;
        for (const char32_t c : longer) {
            if (at < query.size() && query[at] == c) {
                ++at;
            } else {
                ASSERT_NE(std::u32string_view{U"은는이가을를과와으로의에서도"}.find(c), std::u32string_view::npos)
                    << to_utf8(longer);
            }
        }
        EXPECT_EQ(at, query.size()) << to_utf8(longer);
    });
    EXPECT_GT(changed, 500);
}

TEST_F(AnyQuery, LosesBlanksOnly) {
    for_many([&](const std::u32string& query, Draw& draw) {
        std::u32string without = query;
        std::erase(without, U' ');
        const std::u32string dense = drop_spaces(query, draw);
        EXPECT_LE(dense.size(), query.size());
        std::u32string bare = dense;
        std::erase(bare, U' ');
        EXPECT_EQ(to_utf8(bare), to_utf8(without));
        EXPECT_EQ(to_utf8(drop_spaces(dense, draw)), to_utf8(dense)) << "nothing is left to drop";
    });
}

TEST_F(AnyQuery, ComesBackFromItsDecomposition) {
    for_many([&](const std::u32string& query, Draw& /*draw*/) {
        const std::string utf8 = to_utf8(query);
        EXPECT_EQ(text::to_nfc(make_variant(named("nfd"), utf8, 1, "q")), text::to_nfc(utf8));
        EXPECT_EQ(text::fold(make_variant(named("upper-case"), utf8, 1, "q")), text::fold(utf8));
    });
}

}  // namespace
}  // namespace saegin::eval
