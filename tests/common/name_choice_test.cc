// Which runs of words are names, and what a gloss of few papers has to say.
#include "common/lexicon/name_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "common/lexicon/gloss_reader.h"

namespace saegin::lexicon {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Candidate candidate(const std::string& written, std::uint32_t papers) {
    std::istringstream in{written};
    Candidate made{{}, written, papers};
    for (std::string word; in >> word;) {
        made.words.push_back(word);
    }
    return made;
}

std::vector<std::string> chosen(const std::vector<Candidate>& candidates, double needed) {
    std::vector<std::string> names;
    for (const std::size_t i : choose_names(candidates, needed)) {
        names.push_back(candidates[i].written);
    }
    return names;
}

TEST(NameChoice, AGlossOfOnePaperMustLeaveNoDoubtWhereTheNameBegins) {
    EXPECT_THAT(chosen({candidate("시간", 1), candidate("지연 시간", 1), candidate("추론 지연 시간", 1)}, 2),
                IsEmpty());
    EXPECT_THAT(chosen({candidate("시간", 1), candidate("지연 시간", 1), candidate("기존의 지연 시간", 1)}, 2),
                ElementsAre("지연 시간"));
}

TEST(NameChoice, AGenitiveInFrontIsNoPartOfAName) {
    EXPECT_THAT(chosen({candidate("백본", 3), candidate("모델의 백본", 3)}, 1), ElementsAre("백본"));
    EXPECT_THAT(chosen({candidate("연쇄", 3), candidate("사고의 연쇄", 3)}, 2), ElementsAre("사고의 연쇄"))
        << "unless the name is too short without it";
}

struct SameRow {
    const char* english;
    const char* korean;
    std::uint32_t papers;
    bool same;
};

TEST(NameChoice, AGlossOfFewPapersSaysNoMoreAndNoLess) {
    const std::vector<SameRow> rows{
        {"NLP", "자연어 처리 모델", 1, false},
        {"NLP", "자연어 처리 모델", 3, true},
        {"LLM", "언어 모델", 1, true},
        {"Diffusion Models", "확산 모델", 1, true},
        {"BrushNet", "인페인팅 방법들", 2, false},
        {"projection", "투영층", 1, false},
        {"projection layer", "투영층", 1, true},
        {"Multimodality", "모달리티", 1, false},
        {"Multimodality", "다중 모달리티", 1, true},
        {"multi-view", "멀티뷰", 1, true},
        {"model", "모델", 1, true},
    };
    for (const SameRow& row : rows) {
        EXPECT_EQ(says_the_same(row.english, candidate(row.korean, row.papers)), row.same)
            << row.english << " = " << row.korean;
    }
}

TEST(GlossReader, AShortFormMayStandInThePlural) {
    const std::vector<Gloss> glosses = read_glosses("대규모 언어 모델(Large Language Models, LLMs)을 씁니다.");
    EXPECT_THAT(glosses, Contains(Gloss{"LLMs", "대규모 언어 모델"}));
    EXPECT_THAT(glosses, Contains(Gloss{"Large Language Models", "대규모 언어 모델"}));
    EXPECT_THAT(glosses, Contains(Gloss{"LLMs", "Large Language Models"}));
}

}  // namespace
}  // namespace saegin::lexicon
