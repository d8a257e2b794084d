// An index made by other rules must be refused, so a change of the rules has to raise their version.
#include <gtest/gtest.h>

#include <sstream>

#include "common/index_folder.h"
#include "common/schema.h"
#include "common/text/analyzer.h"
#include "indexer/file_finder.h"
#include "tests/indexer/update_run.h"

namespace saegin::indexer {
namespace {

/// All terms of an index with the number of papers that have them, and its lexicon. The terms of sources depend on
/// where the files lie.
std::string what_rules_make(const Xapian::Database& database) {
    std::ostringstream out;
    const std::string_view source = schema::prefix(schema::TermField::kSource);
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        if (!(*term).starts_with(source)) {
            out << *term << ' ' << term.get_termfreq() << '\n';
        }
    }
    out << database.get_metadata(std::string{schema::kLexiconKey});
    return out.str();
}

TEST(ChainVersion, IsRaisedWithEveryChangeOfWhatIsIndexed) {
    // Where the second fails alone, the rules that make terms or the lexicon out of a text have changed: raise
    // kChainVersion in common/text/analyzer.cc, and put both here anew.
    constexpr std::string_view kRules = "saegin-mixed/4 icu/72 snowball-english/xapian-1.4";
    constexpr std::string_view kMade = "cae4f3cd707bfd2d3210f1373e5dda50";
    const std::string rules = text::analyzer_fingerprint();
    if (!kRules.ends_with(std::string_view{rules}.substr(rules.find(' ')))) {
        GTEST_SKIP() << "other versions of ICU or Xapian: " << rules;
    }
    const Workshop workshop;
    workshop.update({.inputs = {std::string{SAEGIN_SOURCE_DIR} + "/tests/data/archive"}});
    const auto database = open_index(workshop.index());
    ASSERT_TRUE(database);
    EXPECT_EQ(rules, kRules);
    EXPECT_EQ(fingerprint(what_rules_make(*database)), kMade);
}

}  // namespace
}  // namespace saegin::indexer
