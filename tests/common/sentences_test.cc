// Sentences of Korean and English text, as byte ranges without the blanks around them.
#include "common/text/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace saegin::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> sentences_in(const std::string& text) {
    std::vector<std::string> found;
    for (const ByteSpan span : sentences(text)) {
        found.push_back(text.substr(span.begin, span.end - span.begin));
    }
    return found;
}

TEST(Sentences, EndWithAFullStopOrALine) {
    EXPECT_THAT(sentences_in(" 하나입니다. 둘(two)입니다!  Three is 3.5? \n넷\n\n다섯"),
                ElementsAre("하나입니다.", "둘(two)입니다!", "Three is 3.5?", "넷", "다섯"));
    EXPECT_THAT(sentences_in(""), IsEmpty());
    EXPECT_THAT(sentences_in(" \n "), IsEmpty());
}

}  // namespace
}  // namespace saegin::text
