// What the schema promises. Its prefixes and slots are written into indexes: whoever changes one has to raise the
// version, and this test reminds of it.
#include "common/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/paper.h"
#include "common/text/analyzer.h"

namespace saegin::schema {
namespace {

TEST(Schema, WhatIsWrittenIntoIndexesStaysUnlessTheVersionRises) {
    ASSERT_EQ(kVersion, 3) << "after a new version, bring this test in line with what it writes";
    EXPECT_EQ(prefix(TermField::kText), "");
    EXPECT_EQ(prefix(TermField::kTitle), "S");
    EXPECT_EQ(prefix(TermField::kAuthor), "A");
    EXPECT_EQ(prefix(TermField::kAuthorName), "XA");
    EXPECT_EQ(prefix(TermField::kSection), "XH");
    EXPECT_EQ(prefix(TermField::kBigram), "XG");
    EXPECT_EQ(prefix(TermField::kEdgeBigram), "XE");
    EXPECT_EQ(prefix(TermField::kSource), "XF");
    EXPECT_EQ(prefix(TermField::kId), "Q");
    EXPECT_EQ(prefix(TermField::kForm), "XS");
    EXPECT_EQ(prefix(TermField::kSpelling), "XV");
    EXPECT_EQ(prefix(TermField::kGloss), "XK");
    EXPECT_EQ(kLexiconKey, "saegin:lexicon");
    EXPECT_EQ(kDateSlot, 0U);
    EXPECT_EQ(kVotesSlot, 1U);
    EXPECT_EQ(kPriorSlot, 2U);
    EXPECT_EQ(kIdSlot, 3U);
    EXPECT_EQ(kAuthorsSlot, 4U);
    EXPECT_EQ(kSectionsSlot, 5U);
    EXPECT_EQ(kListSeparator, '\n');
    EXPECT_EQ(kVersionKey, "saegin:schema");
    EXPECT_EQ(kAnalyzerKey, "saegin:analyzer");
    EXPECT_EQ(kSourceKeyPrefix, "saegin:source:");
}

TEST(Schema, PrefixesCannotBeTakenForOneAnother) {
    for (const TermFieldInfo& field : kTermFields) {
        EXPECT_FALSE(field.name.empty());
        EXPECT_FALSE(field.description.empty());
        for (const char c : field.prefix) {
            // Tokens are folded, so no word starts like a prefix.
            EXPECT_TRUE(c >= 'A' && c <= 'Z') << field.name;
        }
        for (const TermFieldInfo& other : kTermFields) {
            if (field.id != other.id && !field.prefix.empty()) {
                EXPECT_FALSE(other.prefix.starts_with(field.prefix)) << field.name << " and " << other.name;
            }
        }
    }
}

TEST(Schema, TheLongestTermsFit) {
    for (const TermFieldInfo& field : kTermFields) {
        EXPECT_LE(term(field.id, std::string(text::kMaxTokenBytes, 'x')).size(), kMaxTermBytes) << field.name;
    }
    EXPECT_LE(term(TermField::kId, std::string(kMaxIdBytes, 'x')).size(), kMaxTermBytes);
}

TEST(Schema, TermsArePrefixAndText) {
    EXPECT_EQ(term(TermField::kTitle, "확산"), "S확산");
    EXPECT_EQ(term(TermField::kText, "확산"), "확산");
    EXPECT_EQ(term(TermField::kAuthorName, "kim hana"), "XAkim hana");
}

TEST(Schema, EachKindOfTokenHasItsFamily) {
    EXPECT_EQ(field_of(text::TokenKind::kWord), TermField::kText);
    EXPECT_EQ(field_of(text::TokenKind::kWhole), TermField::kText);
    EXPECT_EQ(field_of(text::TokenKind::kBigram), TermField::kBigram);
    EXPECT_EQ(field_of(text::TokenKind::kEdgeBigram), TermField::kEdgeBigram);
}

}  // namespace
}  // namespace saegin::schema
