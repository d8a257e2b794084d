// Korean and English as one language over the real archive: forms, repair, other names. The figures asked for are those
// of issue 4.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "common/schema.h"
#include "common/text/hangul.h"
#include "common/text/utf32.h"
#include "query/glossary.h"
#include "tests/query/bind_text.h"
#include "tests/support/mini_index.h"
#include "tests/support/seed.h"
#include "tests/support/shared_data.h"

namespace saegin::query {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

/// The index of the archive, made once for all tests of a process.
class RealArchiveLexicon : public testing::Test {
protected:
    void SetUp() override {
        SAEGIN_REQUIRE_SHARED(archive, "archive");
        if (!index_) {
            index_ = std::make_unique<Index>();
            test::index_inputs(index_->folder(), {archive.string()});
        }
    }
    static void TearDownTestSuite() { index_.reset(); }

    static IndexFolder folder() { return index_->folder(); }

    static std::vector<std::string> first_page(Searcher& searcher, const std::string& query, std::size_t limit) {
        Ranking ranking;
        ranking.limit = limit;
        const auto found = searcher.search_ids(query, ranking);
        std::vector<std::string> ids;
        for (const ScoredId& paper : found ? *found : std::vector<ScoredId>{}) {
            ids.push_back(paper.id.value);
        }
        return ids;
    }

private:
    class Index {
    public:
        [[nodiscard]] IndexFolder folder() const { return IndexFolder{temp_.path() / "index"}; }

    private:
        test::TempDir temp_;
    };
    // NOLINTNEXTLINE(readability-identifier-naming): private, as its name says; shared by the tests
    static inline std::unique_ptr<Index> index_;
};

/// How a particle sounds behind a vowel, behind a consonant, and behind ㄹ.
struct Particle {
    std::string_view vowel;
    std::string_view consonant;
    std::string_view rieul;
};

constexpr auto kParticles = std::to_array<Particle>({
    {"는", "은", "은"},
    {"가", "이", "이"},
    {"를", "을", "을"},
    {"와", "과", "과"},
    {"의", "의", "의"},
    {"에", "에", "에"},
    {"도", "도", "도"},
    {"만", "만", "만"},
    {"로", "으로", "로"},
    {"에서", "에서", "에서"},
    {"까지", "까지", "까지"},
    {"보다", "보다", "보다"},
    {"에서는", "에서는", "에서는"},
    {"에서의", "에서의", "에서의"},
    {"로는", "으로는", "로는"},
    {"로부터의", "으로부터의", "로부터의"},
});

std::string with_particle(const std::string& noun, const Particle& particle) {
    const char32_t final = text::split_syllable(text::to_utf32(noun).back())->final;
    return noun + std::string{final == 0 ? particle.vowel : final == U'ㄹ' ? particle.rieul : particle.consonant};
}

/// The archive's nouns of five papers or more: words that it writes with several particles, in byte order.
std::vector<std::string> nouns_of(const Xapian::Database& database, const WordList& words) {
    constexpr std::uint32_t kFewestPapers = 5;
    constexpr std::ptrdiff_t kParticlesOfANoun = 4;
    constexpr std::size_t kShortest = 2;
    std::vector<std::string> nouns;
    for (const KnownWord& word : words.hangul) {
        if (word.papers < kFewestPapers || text::to_utf32(word.text).size() < kShortest) {
            continue;
        }
        const auto written = std::count_if(kParticles.begin(), kParticles.end(), [&](const Particle& particle) {
            return database.term_exists(schema::term(schema::TermField::kForm, with_particle(word.text, particle)));
        });
        if (written >= kParticlesOfANoun) {
            nouns.push_back(word.text);
        }
    }
    return nouns;
}

TEST_F(RealArchiveLexicon, ANounWithAParticleFindsWhatTheNounFinds) {
    constexpr std::size_t kCombinations = 200;
    test::TestReader reader{{folder()}};
    const std::vector<std::string> nouns =
        reader.read([&](const Xapian::Database& database) { return nouns_of(database, reader.words()); });
    ASSERT_GT(nouns.size(), 500U);
    std::mt19937 random{test::test_seed(4)};
    Searcher searcher = test::searcher_over({folder()});
    std::set<std::string> tried;
    std::size_t same = 0;
    while (tried.size() < kCombinations) {
        const std::string& noun = nouns[random() % nouns.size()];
        const std::string typed = with_particle(noun, kParticles.at(tried.size() % kParticles.size()));
        if (!tried.insert(typed).second) {
            continue;
        }
        if (first_page(searcher, typed, 1) == first_page(searcher, noun, 1)) {
            ++same;
        } else {
            std::cout << typed << " finds something else first than " << noun << '\n';
        }
    }
    std::cout << same << " of " << kCombinations << " the same, drawn from " << nouns.size() << " nouns\n";
    EXPECT_GE(same * 100, 97 * kCombinations);
}

/// The words of the archive that two papers or more have: stems, words with particles, English as spelled.
std::vector<std::string> vocabulary(const Xapian::Database& database, const WordList& words) {
    std::vector<std::string> all;
    for (const auto* const list : {&words.hangul, &words.english}) {
        for (const KnownWord& word : *list) {
            if (word.papers >= 2) {
                all.push_back(word.text);
            }
        }
    }
    const std::string forms{schema::prefix(schema::TermField::kForm)};
    for (auto at = database.allterms_begin(forms); at != database.allterms_end(forms); ++at) {
        if (at.get_termfreq() >= 2) {
            all.push_back((*at).substr(forms.size()));
        }
    }
    return all;
}

TEST_F(RealArchiveLexicon, NothingIsRepairedInWhatTheArchiveKnows) {
    test::TestReader reader{{folder()}};
    const std::vector<std::string> words =
        reader.read([&](const Xapian::Database& database) { return vocabulary(database, reader.words()); });
    EXPECT_GT(words.size(), 15000U);
    for (const std::string& word : words) {
        EXPECT_THAT(reader.bind(word).corrections, IsEmpty()) << word;
    }
    std::cout << words.size() << " words\n";
}

TEST_F(RealArchiveLexicon, NothingIsRepairedInWhatTheTopicsTypeRight) {
    SAEGIN_REQUIRE_SHARED(topics, "testsets/archive/topics.jsonl");
    test::TestReader reader{{folder()}};
    std::ifstream lines{topics};
    std::size_t words = 0;
    for (std::string line; std::getline(lines, line);) {
        const auto topic = nlohmann::json::parse(line);
        if (topic.at("category") == "typo") {
            continue;
        }
        const std::string query = topic.at("query");
        std::vector<std::string> pieces{query};
        std::istringstream parts{query};
        for (std::string piece; parts >> piece; ++words) {
            pieces.push_back(piece);
        }
        for (const std::string& piece : pieces) {
            for (const Correction& correction : reader.bind(piece).corrections) {
                // An English word in Hangul is right, too, and found by its sound.
                EXPECT_EQ(correction.kind, Correction::Kind::kSound)
                    << piece << ": " << correction.typed << " -> " << correction.repaired;
            }
        }
    }
    EXPECT_GT(words, 100U);
}

TEST_F(RealArchiveLexicon, OneThingInFourSpellingsFindsMostlyTheSamePapers) {
    constexpr std::size_t kPage = 10;
    constexpr std::ptrdiff_t kFewestInCommon = 6;  // measured: 7 to 9 of each two
    const std::vector<std::string> queries{"환각 줄이기", "hallucination mitigation", "할루시네이션", "ghksrkr"};
    Searcher searcher = test::searcher_over({folder()});
    for (std::size_t i = 0; i < queries.size(); ++i) {
        for (std::size_t j = i + 1; j < queries.size(); ++j) {
            const std::vector<std::string> one = first_page(searcher, queries[i], kPage);
            const std::vector<std::string> other = first_page(searcher, queries[j], kPage);
            ASSERT_EQ(one.size(), kPage) << queries[i];
            const auto common = std::count_if(one.begin(), one.end(), [&](const std::string& id) {
                return std::find(other.begin(), other.end(), id) != other.end();
            });
            EXPECT_GE(common, kFewestInCommon) << queries[i] << " and " << queries[j];
            std::cout << queries[i] << " and " << queries[j] << " share " << common << " of " << kPage << '\n';
        }
    }
}

/// A thing and what a reader expects it to be called, too.
struct Names {
    std::string name;
    std::vector<std::string> others;
};

TEST_F(RealArchiveLexicon, KnowsTheNamesThatAReaderExpects) {
    const std::vector<Names> expected{
        {"LLM", {"대규모 언어 모델", "대형 언어 모델", "Large Language Models"}},
        {"대규모 언어 모델", {"LLM", "Large Language Models"}},
        {"diffusion model", {"확산 모델", "디퓨전 모델"}},
        {"fine-tuning", {"미세 조정", "미세조정", "파인튜닝"}},
        {"transformer", {"트랜스포머"}},
        {"pruning", {"가지치기", "프루닝"}},
        {"hallucination", {"환각"}},
        {"환각", {"hallucination"}},
        {"reinforcement learning", {"강화 학습", "강화학습", "RL"}},
        {"RAG", {"Retrieval-Augmented Generation", "검색-증강 생성"}},
        {"quantization", {"양자화"}},
        {"knowledge distillation", {"지식 증류"}},
        {"multimodal", {"멀티모달"}},
        {"benchmark", {"벤치마크"}},
        {"token", {"토큰"}},
        {"attention", {"어텐션", "주의"}},
        {"self-attention", {"자기 주의", "셀프 어텐션"}},
        {"embedding", {"임베딩"}},
        {"in-context learning", {"ICL", "문맥 학습"}},
        {"GAN", {"Generative Adversarial Networks", "생성적 적대 신경망"}},
        {"prompt", {"프롬프트"}},
        {"encoder", {"인코더"}},
        {"VLM", {"비전-언어 모델", "시각-언어 모델", "Vision-Language Models"}},
        {"chain of thought", {"CoT", "사고의 연쇄"}},
        {"zero-shot", {"제로샷", "제로-샷"}},
        {"mixture of experts", {"MoE", "전문가 혼합"}},
        {"NeRF", {"Neural Radiance Fields", "신경 복사 필드"}},
        {"text-to-image", {"T2I", "텍스트-이미지", "텍스트-투-이미지"}},
        {"KV", {"키-값"}},
        {"encoder-decoder", {"인코더-디코더"}},
    };
    auto reader = IndexReader::open({folder()});
    ASSERT_TRUE(reader);
    text::Analyzer analyzer;
    for (const Names& names : expected) {
        const auto found = look_up(*reader, names.name, 100);
        ASSERT_TRUE(found) << names.name;
        std::set<std::string> keys;
        for (const GlossaryPair& pair : found->pairs) {
            keys.insert(pair.pair.to.key);
        }
        for (const std::string& other : names.others) {
            EXPECT_THAT(keys, Contains(lexicon::key_of(other, analyzer))) << names.name << " = " << other;
        }
    }
}

}  // namespace
}  // namespace saegin::query
