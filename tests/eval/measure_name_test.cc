#include "benchmarks/eval/measure_name.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace saegin::eval {
namespace {

using ::testing::HasSubstr;

std::string name_of(std::string_view typed) {
    const auto measure = parse_measure(typed);
    if (!measure) {
        return to_string(measure.error());
    }
    return measure->name;
}

TEST(MeasureName, BothWaysOfNamingMeanTheSame) {
    const std::vector<std::pair<std::string_view, std::string_view>> same{
        {"ndcg_cut_10", "nDCG@10"},
        {"ndcg", "nDCG"},
        {"map", "AP"},
        {"map_cut_100", "AP@100"},
        {"recip_rank", "RR"},
        {"P_5", "P@5"},
        {"recall_100", "R@100"},
        {"success_1", "Success@1"},
        {"bpref", "Bpref"},
        {"set_F", "SetF"},
        {"num_rel", "NumRel"},
        {"iprec_at_recall_0.10", "IPrec@0.1"},
        {"MAP", "AP"},
        {"MRR@10", "RR@10"},
        {"NDCG@5", "nDCG@5"},
        {"Recall@100", "R@100"},
        {"Rprec", "Rprec"},
        {"nDCG_exp@10", "nDCG(dcg='exp-log2')@10"},
    };
    for (const auto& [one, other] : same) {
        EXPECT_EQ(name_of(one), other);
        EXPECT_EQ(name_of(other), other);
    }
}

TEST(MeasureName, ReadsParameters) {
    EXPECT_EQ(name_of("RBP"), "RBP(p=0.8)");
    EXPECT_EQ(name_of("RBP( p = 0.5 )"), "RBP(p=0.5)");
    EXPECT_EQ(name_of("AP(rel=2)"), "AP(rel=2)");
    EXPECT_EQ(name_of("P(rel=2)@10"), "P(rel=2)@10");
    EXPECT_EQ(name_of("RBP(rel=2,p=0.9)"), "RBP(p=0.9,rel=2)");
    EXPECT_EQ(name_of("nDCG(dcg=\"exp-log2\")"), "nDCG(dcg='exp-log2')");
    EXPECT_EQ(name_of("nDCG(dcg='log2')@3"), "nDCG@3");
    EXPECT_EQ(name_of("relative_P(rel=2)@5"), "relative_P(rel=2)@5");
    EXPECT_EQ(name_of("Rprec_mult_0.20"), "Rprec_mult_0.20");
    EXPECT_EQ(name_of("Rprec_mult_0.125"), "Rprec_mult_0.125");
    EXPECT_EQ(parse_measure("AP(rel=2)")->level, 2);
    EXPECT_EQ(parse_measure("AP(rel=2)")->trec_name, "");
    EXPECT_EQ(parse_measure("iprec_at_recall_0.1")->trec_name, "iprec_at_recall_0.10");
}

TEST(MeasureName, RefusesWhatItDoesNotKnowAndSaysWhatItKnows) {
    for (const std::string_view typed : {"",          "@10",      "nDCG@",      "nDCG@0",         "nDCG@-1",
                                         "nDCG@ten",  "nDCG@1.5", "P",          "success",        "IPrec",
                                         "IPrec@1.1", "AP@10@20", "AP(rel=0)",  "AP(rel)",        "AP(p=0.5)",
                                         "RBP(p=1)",  "RBP(p=0)", "RBP(p=nan)", "nDCG(rel=2)@10", "nDCG(dcg='other')",
                                         "AP(",       "AP)",      "Bpref@10",   "infAP",          "precision_5",
                                         "ndcg_cut",  "P_",       "nDCG_exp@"}) {
        const auto measure = parse_measure(typed);
        ASSERT_FALSE(measure) << typed << " became " << measure->name;
        EXPECT_EQ(measure.error().code, Code::kUsage) << typed;
        EXPECT_FALSE(measure.error().hint.empty()) << typed;
    }
    EXPECT_THAT(parse_measure("nDGC@10").error().hint, HasSubstr("nDCG@k"));
}

TEST(MeasureName, AllMeasuresHaveDifferentNamesThatReadBack) {
    std::set<std::string> names;
    for (const Measure& measure : all_measures()) {
        EXPECT_TRUE(names.insert(measure.name).second) << measure.name;
        EXPECT_EQ(name_of(measure.name), measure.name);
        if (!measure.trec_name.empty()) {
            EXPECT_EQ(name_of(measure.trec_name), measure.name);
        }
    }
    EXPECT_GT(names.size(), 90U);
}

TEST(MeasureName, TakesEachMeasureOnce) {
    const auto measures = parse_measures({"map", "AP", "all", "nDCG@10"});
    ASSERT_TRUE(measures);
    EXPECT_EQ(measures->size(), all_measures().size());
    EXPECT_EQ(measures->front().name, "AP");
    EXPECT_FALSE(parse_measures({"AP", "none"}));
}

}  // namespace
}  // namespace saegin::eval
