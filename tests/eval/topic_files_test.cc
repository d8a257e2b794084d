// Topics in each of their forms, and what is wrong with those that cannot be read.
#include "benchmarks/eval/topic_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benchmarks/eval/trec_topics.h"
#include "tests/eval/temporary_file.h"

namespace saegin::eval {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using testing::TemporaryFile;

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs parsed(std::string_view content) {
    const auto topics = parse_topics(TextFile::of("t", content));
    if (!topics) {
        ADD_FAILURE() << to_string(topics.error());
        return {};
    }
    Pairs pairs;
    for (const Topic& topic : *topics) {
        pairs.emplace_back(topic.qid, topic.text);
    }
    return pairs;
}

TEST(TopicForms, TheContentTellsThem) {
    EXPECT_THAT(parsed("1\t<b> {c}\n"), ElementsAre(Pair("1", "<b> {c}")));
    EXPECT_THAT(parsed("\n {\"_id\": \"1\", \"text\": \"a\"}\n"), ElementsAre(Pair("1", "a")));
    EXPECT_THAT(parsed(" <top><num> Number: 1 <title> a </top>"), ElementsAre(Pair("1", "a")));
    EXPECT_THAT(parsed(""), IsEmpty());
    EXPECT_THAT(parsed("\n\n"), IsEmpty());
}

TEST(TopicsFile, KeepsOrderAndText) {
    const TemporaryFile file{"T2\t확산 모델은?\r\nT1\ta\tb \n\nT3\t\n"};
    const auto topics = read_topics(file.path());
    ASSERT_TRUE(topics) << to_string(topics.error());
    ASSERT_EQ(topics->size(), 3U);
    EXPECT_EQ((*topics)[0].qid, "T2");
    EXPECT_EQ((*topics)[0].text, "확산 모델은?");
    EXPECT_EQ((*topics)[1].text, "a\tb ");
    EXPECT_EQ((*topics)[2].text, "");
}

TEST(TopicsFile, NamesFileAndLineOfWhatItCannotRead) {
    for (const std::string_view content : {"T1\tx\nT2 y\n", "T1\tx\n\ty\n", "T1\tx\nT1\ty\n"}) {
        const TemporaryFile file{content};
        const auto topics = read_topics(file.path());
        ASSERT_FALSE(topics) << content;
        EXPECT_EQ(topics.error().where, (Where{file.path(), 2}));
    }
}

TEST(JsonTopics, TakeTheKeysOfBeirAndOurs) {
    EXPECT_THAT(parsed("{\"_id\": \"1\", \"text\": \"확산 모델\", \"metadata\": {}}\r\n\n"
                       "{\"id\": 2, \"text\": \"\"}\n"
                       "{\"qid\": \"T3\", \"category\": \"ko\", \"query\": \"음악\"}"),
                ElementsAre(Pair("1", "확산 모델"), Pair("2", ""), Pair("T3", "음악")));
}

struct BadTopics {
    const char* name;
    const char* content;
    std::size_t line;
    const char* message;
};

const BadTopics kBad[] = {
    {"TsvWithoutTab", "1\ta\nb\n", 2, "an id, a tab"},
    {"TsvIdWithBlank", "1\ta\n2 3\tb\n", 2, "'2 3' cannot be the id"},
    {"TsvIdOfAComment", "#1\ta\n", 1, "'#1' cannot be the id"},
    {"TsvTwice", "1\ta\n1\tb\n", 2, "'1' comes twice"},
    {"JsonBroken", "{\"_id\": \"1\", \"text\": \"a\"}\n{\"_id\"\n", 2, "not a JSON object"},
    {"JsonArray", "{\"_id\": \"1\", \"text\": \"a\"}\n[]\n", 2, "not a JSON object"},
    {"JsonWithoutId", "{\"text\": \"a\"}\n", 1, "not a JSON object with an id"},
    {"JsonWithoutText", "{\"_id\": \"1\"}\n", 1, "not a JSON object with an id and a text"},
    {"JsonTextOfAnotherKind", "{\"_id\": \"1\", \"text\": [\"a\"]}\n", 1, "and a text"},
    {"JsonEmptyId", "{\"_id\": \"\", \"text\": \"a\"}\n", 1, "cannot be the id"},
    {"JsonTwice", "{\"_id\": \"1\", \"text\": \"a\"}\n{\"_id\": 1, \"text\": \"b\"}\n", 2, "'1' comes twice"},
    {"TrecWithoutEnd", "<top>\n<num> 1\n<title> a\n", 1, "does not end"},
    {"TrecInsideAnother", "<top>\n<num> 1\n<title> a\n<top>\n", 4, "inside the one of line 1"},
    {"TrecEndAlone", "<top><num> 1 <title> a </top>\n</top>", 2, "no topic ends here"},
    {"TrecWithoutNumber", "<top>\n<title> a\n</top>\n", 1, "without an id"},
    {"TrecWithoutTitle", "<top>\n<num> 1\n<desc> a\n</top>\n", 1, "without a text"},
    {"TrecEmptyNumber", "<top><num> Number: <title> a </top>", 1, "without an id"},
    {"TrecEmptyTitle", "<top><num> 1 <title> Topic: \n</top>", 1, "without a text"},
    {"TrecTwoNumbers", "<top>\n<num> 1\n<num> 2\n<title> a\n</top>", 3, "a <num> too many"},
    {"TrecTwoTitles", "<top>\n<num> 1\n<title> a\n<title>\n</top>", 4, "a <title> too many"},
    {"TrecIdOfTwoWords", "<top><num> Number: 1 2 <title> a </top>", 1, "'1 2' cannot be the id"},
    {"TrecTwice", "<top><num> 1 <title> a </top>\n<top><num> 1 <title> b </top>\n", 2, "'1' comes twice"},
    {"TrecTextOutside", "<top><num> 1 <title> a </top>\nhello\n", 2, "text outside of a topic"},
    {"TrecTextBehindTheEnd", "<top><num> 1 <title> a </top> hello\n", 1, "text outside of a topic"},
    {"TrecFieldOutside", "<topp>\n<num> 1\n", 2, "a <num> outside of a topic"},
    {"TrecNone", "<?xml version=\"1.0\"?>\n<topics>\n</topics>\n", 0, "no topic in it"},
};

class BadTopicFiles : public ::testing::TestWithParam<BadTopics> {};

TEST_P(BadTopicFiles, AreRefusedWithTheirLine) {
    const auto topics = parse_topics(TextFile::of("topics", GetParam().content));
    ASSERT_FALSE(topics);
    EXPECT_EQ(topics.error().code, Code::kInvalidInput);
    EXPECT_EQ(topics.error().where, (Where{"topics", GetParam().line}));
    EXPECT_THAT(topics.error().message, HasSubstr(GetParam().message));
    EXPECT_FALSE(topics.error().hint.empty());
}

INSTANTIATE_TEST_SUITE_P(All, BadTopicFiles, ::testing::ValuesIn(kBad),
                         [](const auto& row) { return std::string{row.param.name}; });

struct TrecForm {
    const char* name;
    const char* content;
    Pairs topics;
};

const TrecForm kForms[] = {
    {"AdHoc",
     "<top>\n\n<num> Number: 301 \n<title> International Organized Crime \n\n<desc> Description: \nIdentify "
     "organizations.\n\n<narr> Narrative: \nA relevant document must\n\n</top>\n\n<top>\n<num> Number: 302\n<title> "
     "Polio\n"
     "</top>\n",
     {{"301", "International Organized Crime"}, {"302", "Polio"}}},
    {"FirstYears",
     "<top>\n<head> Tipster\n<num> Number:  051\n<dom> Domain: Economics\n<title> Topic:  Airbus\n Subsidies\n<desc> "
     "x\n<con> Concept(s):\n1. Airbus\n</top>\n",
     {{"051", "Airbus Subsidies"}}},
    {"Closed", "<top>\n<num>1</num>\n<title>a  b</title>\n</top>", {{"1", "a b"}}},
    {"TitleOnItsOwnLines", "<top>\n<num>\n1\n<title>\n\ta\n  b\n</top>", {{"1", "a b"}}},
    {"AnyCase", "<TOP>\n<NUM> NUMBER: 1\n<Title> a\n</TOP>", {{"1", "a"}}},
    {"CarriageReturns", "<top>\r\n<num> Number: 1\r\n<title> a\r\n</top>\r\n", {{"1", "a"}}},
    {"Brackets",
     "<top>\n<num> 1\n<title> x<y <b>bold</b> vector<int> a > b <\n</top>",
     {{"1", "x<y <b>bold</b> vector<int> a > b <"}}},
    {"XmlHeader",
     "<?xml version=\"1.0\"?>\n<!-- old -->\n<topics>\n<top><num> 1 <title> a </top>\n</topics>\n",
     {{"1", "a"}}},
    {"Korean", "<top>\n<num> 1\n<title> 확산 모델\n</top>", {{"1", "확산 모델"}}},
};

class TrecForms : public ::testing::TestWithParam<TrecForm> {};

TEST_P(TrecForms, AreRead) {
    EXPECT_EQ(parsed(GetParam().content), GetParam().topics);
}

INSTANTIATE_TEST_SUITE_P(All, TrecForms, ::testing::ValuesIn(kForms),
                         [](const auto& row) { return std::string{row.param.name}; });

TEST(TrecTopics, RefuseATitleWithoutAnEnd) {
    const std::string longest(kMaxTitleBytes, 'a');
    EXPECT_THAT(parsed("<top><num> 1 <title> " + longest + " </top>"), ElementsAre(Pair("1", longest)));
    for (const std::string& title : {longest + "a", "Topic: " + longest, longest + " and more and more"}) {
        const auto topics = parse_topics(TextFile::of("t", "\n<top><num> 1 <title> " + title + " </top>"));
        ASSERT_FALSE(topics);
        EXPECT_EQ(topics.error().where, (Where{"t", 2}));
        EXPECT_THAT(topics.error().message, HasSubstr("longer than"));
    }
}

TEST(TrecTopics, SurviveEveryCutAndEveryBracket) {
    const std::string whole =
        "<top>\n<num> Number: 1\n<title> a <b> c\n<narr> x\n</top>\n<top><num> 2 <title> d </top>";
    for (std::size_t length = 0; length <= whole.size(); ++length) {
        static_cast<void>(parse_topics(TextFile::of("t", whole.substr(0, length))));
    }
    const std::string brackets(100'000, '<');
    EXPECT_FALSE(parse_topics(TextFile::of("t", "<top><num> 1 <title> " + brackets)));
    EXPECT_FALSE(parse_topics(TextFile::of("t", "<top><num> 1 <title> </</></<</top")));
}

}  // namespace
}  // namespace saegin::eval
