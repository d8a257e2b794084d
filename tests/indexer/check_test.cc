// What the check promises: a sound index has no problems, and each kind of damage is told.
#include "indexer/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "common/lexicon/lexicon.h"
#include "common/schema.h"
#include "indexer/manifest.h"
#include "tests/indexer/update_run.h"
#include "tests/support/archive_text.h"

namespace saegin::indexer {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Check : public testing::Test {
protected:
    Check() {
        day = workshop.write("2024/08/28.md",
                             test::digest_text("2024-08-28", {{.id = "2408.00001"}, {.id = "2408.00002"}}));
        workshop.update();
    }

    /// Changes the database behind the indexer's back.
    void tamper(const std::function<void(Xapian::WritableDatabase&)>& change) const {
        Xapian::WritableDatabase database{workshop.generation().string(), Xapian::DB_OPEN};
        change(database);
        database.commit();
    }
    static std::string id_term(const std::string& id) { return schema::term(schema::TermField::kId, id); }
    static Xapian::Document paper(const Xapian::Database& database, const std::string& id) {
        return database.get_document(*database.postlist_begin(id_term(id)));
    }
    [[nodiscard]] std::vector<std::string> problems() const {
        const Result<std::vector<std::string>> found = check_index(workshop.index());
        return found ? *found : std::vector<std::string>{"error: " + to_string(found.error())};
    }

    Workshop workshop;
    std::string day;
};

TEST_F(Check, ASoundIndexHasNoProblems) {
    EXPECT_THAT(problems(), IsEmpty());
    workshop.write("2024/08/29.md", test::digest_text("2024-08-29", {{.id = "2408.00002"}, {.id = "2408.00003"}}));
    workshop.update();
    EXPECT_THAT(problems(), IsEmpty()) << "nor has one that was updated";
    workshop.remove("2024/08/28.md");
    workshop.update({.inputs = {}, .rebuild = true});
    EXPECT_THAT(problems(), IsEmpty()) << "nor one that was rebuilt";
}

TEST_F(Check, WhereThereIsNoIndexThereIsNothingToCheck) {
    const auto checked = check_index(IndexFolder{workshop.path() / "nowhere"});
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, Code::kNotFound);
    EXPECT_NE(checked.error().hint, "");
}

TEST_F(Check, APaperThatIsNotFoundByItsIdIsTold) {
    tamper([&](Xapian::WritableDatabase& database) {
        const Xapian::docid at = *database.postlist_begin(id_term("2408.00001"));
        Xapian::Document document = database.get_document(at);
        document.remove_term(id_term("2408.00001"));
        database.replace_document(at, document);
    });
    EXPECT_THAT(problems(), ElementsAre(HasSubstr("2408.00001")));
}

TEST_F(Check, AWrongIdSlotIsTold) {
    tamper([&](Xapian::WritableDatabase& database) {
        Xapian::Document document = paper(database, "2408.00002");
        document.add_value(schema::kIdSlot, "2408.99999");
        database.replace_document(id_term("2408.00002"), document);
    });
    EXPECT_THAT(problems(), ElementsAre(HasSubstr("saegin:words"), HasSubstr("2408.00002")));
}

TEST_F(Check, APaperThatStandsTwiceIsTold) {
    tamper([&](Xapian::WritableDatabase& database) { database.add_document(paper(database, "2408.00001")); });
    EXPECT_THAT(problems(), Contains(HasSubstr("2408.00001 stands twice")));
}

TEST_F(Check, DataThatCannotBeReadIsTold) {
    tamper([&](Xapian::WritableDatabase& database) {
        Xapian::Document document = paper(database, "2408.00001");
        document.set_data("{\"no\": \"entries\"");
        database.replace_document(id_term("2408.00001"), document);
    });
    EXPECT_THAT(problems(), ElementsAre(HasSubstr("cannot be read")));
}

TEST_F(Check, APaperOfAnUnknownSourceIsTold) {
    tamper([&](Xapian::WritableDatabase& database) { database.set_metadata(manifest_key(day), ""); });
    EXPECT_THAT(problems(), ElementsAre(HasSubstr(day), HasSubstr(day)));
}

TEST_F(Check, ASourceRecordThatCannotBeReadIsTold) {
    tamper([&](Xapian::WritableDatabase& database) { database.set_metadata(manifest_key(day), "no JSON"); });
    EXPECT_THAT(problems(), ElementsAre(HasSubstr("source record")));
}

TEST_F(Check, ALexiconThatIsNotThatOfThePapersIsTold) {
    tamper([&](Xapian::WritableDatabase& database) {
        database.set_metadata(std::string{schema::kLexiconKey},
                              lexicon::Lexicon::from_pairs({{{"a", "a"}, {"b", "b"}, 1, {}}}).text());
    });
    EXPECT_THAT(problems(), ElementsAre(HasSubstr("lexicon")));
}

TEST_F(Check, AnIndexOfOtherRulesIsRefused) {
    // The rules of the lexicon, too, have no version but that of the chain.
    tamper([&](Xapian::WritableDatabase& database) {
        database.set_metadata(std::string{schema::kAnalyzerKey}, "saegin-mixed/0");
    });
    const auto checked = check_index(workshop.index());
    ASSERT_FALSE(checked);
    EXPECT_NE(checked.error().hint, "");
}

TEST_F(Check, ADamagedTableIsTold) {
    for (const char* const table : {"postlist.glass", "termlist.glass", "docdata.glass", "position.glass"}) {
        workshop.update({.inputs = {}, .rebuild = true});
        ASSERT_THAT(problems(), IsEmpty());
        const std::filesystem::path file = workshop.generation() / table;
        const auto size = static_cast<std::size_t>(std::filesystem::file_size(file));
        {
            std::fstream damage{file, std::ios::in | std::ios::out | std::ios::binary};
            damage << std::string(size, '\x5A');
        }
        EXPECT_THAT(problems(), Not(IsEmpty())) << table;
    }
}

}  // namespace
}  // namespace saegin::indexer
