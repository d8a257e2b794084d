#include "benchmarks/eval/suites/suite_run.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "benchmarks/eval/ranking.h"
#include "benchmarks/eval/suites/rank_overlap.h"
#include "common/text/unicode.h"

namespace saegin::eval {

namespace {

QueryValues measure_answer(const SuiteTopic& topic, const std::vector<std::string>& answer,
                           std::span<const Measure> measures) {
    std::vector<Retrieved> retrieved;
    std::transform(answer.begin(), answer.end(), std::back_inserter(retrieved), [](const std::string& id) {
        return Retrieved{id, 0};
    });
    std::vector<Judgement> judgements;
    std::transform(topic.grades.begin(), topic.grades.end(), std::back_inserter(judgements), [](const auto& grade) {
        return Judgement{grade.first, grade.second};
    });
    QueryValues query{topic.qid, {}};
    for (const Measure& measure : measures) {
        query.values.push_back(measure(grade(retrieved, judgements, measure.level.value_or(1))));
    }
    return query;
}

void finish(Evaluation& evaluation, std::span<const Measure> measures) {
    for (std::size_t m = 0; m < measures.size() && !evaluation.queries.empty(); ++m) {
        evaluation.summary.push_back(summarise(measures[m].summary, column(evaluation, m)));
    }
}

/// Changes, answers and measures; the comparison is still to come.
Result<VariantFigures> run_variant(const SuiteFigures& figures, std::span<const Measure> measures,
                                   const Variant& variant, const SuiteEngine& engine, std::uint64_t seed) {
    VariantFigures out;
    out.variant = &variant;
    for (std::size_t i = 0; i < figures.suite.topics.size(); ++i) {
        const SuiteTopic& topic = figures.suite.topics[i];
        std::string text = make_variant(variant, topic.text, seed, topic.qid);
        if (text == text::to_nfc(topic.text)) {
            continue;
        }
        const Result<std::vector<std::string>> answer = engine(text, figures.suite.titles_hidden);
        if (!answer) {
            return answer.error();
        }
        out.plain.queries.push_back(figures.plain.queries[i]);
        out.varied.queries.push_back(measure_answer(topic, *answer, measures));
        out.topics.push_back({topic.qid, std::move(text), topic.grades});
    }
    finish(out.plain, measures);
    finish(out.varied, measures);
    return out;
}

void adjust(std::vector<VariantFigures>& variants) {
    std::vector<double> p_values;
    for (const VariantFigures& one : variants) {
        if (one.comparison) {
            p_values.push_back(one.comparison->randomisation.p);
        }
    }
    std::vector<double> adjusted = holm(p_values);
    auto next = adjusted.begin();
    for (VariantFigures& one : variants) {
        if (one.comparison) {
            one.comparison->p_holm = *next++;
        }
    }
}

}  // namespace

Result<SuiteFigures> run_suite(Suite suite, std::span<const Measure> measures, std::size_t measure,
                               std::span<const Variant* const> variants, const SuiteEngine& engine,
                               const TestSettings& settings) {
    SuiteFigures figures{std::move(suite), measure, {}, {}, {}};
    for (const SuiteTopic& topic : figures.suite.topics) {
        Result<std::vector<std::string>> answer = engine(topic.text, figures.suite.titles_hidden);
        if (!answer) {
            return answer.error();
        }
        figures.plain.queries.push_back(measure_answer(topic, *answer, measures));
        figures.answers.push_back(*std::move(answer));
    }
    finish(figures.plain, measures);
    for (const Variant* const variant : variants) {
        Result<VariantFigures> one = run_variant(figures, measures, *variant, engine, settings.seed);
        if (!one) {
            return one.error();
        }
        if (!one->topics.empty()) {
            const std::array<Evaluation, 2> pair{one->plain, one->varied};
            one->comparison = compare(pair, measure, settings).front();
        }
        figures.variants.push_back(*std::move(one));
    }
    adjust(figures.variants);
    return figures;
}

Agreement agreement(const SuiteFigures& a, const SuiteFigures& b) {
    Agreement all;
    for (std::size_t i = 0; i < a.suite.topics.size(); ++i) {
        const auto& topics = b.suite.topics;
        const auto same = std::find_if(topics.begin(), topics.end(),
                                       [&](const SuiteTopic& topic) { return topic.qid == a.suite.topics[i].qid; });
        if (same != topics.end()) {
            const std::vector<std::string>& other = b.answers[static_cast<std::size_t>(same - topics.begin())];
            ++all.queries;
            all.overlap += overlap_at(a.answers[i], other, kAgreementDepth);
            all.rbo += rank_biased_overlap(a.answers[i], other, kAgreementPersistence);
        }
    }
    if (all.queries > 0) {
        all.overlap /= static_cast<double>(all.queries);
        all.rbo /= static_cast<double>(all.queries);
    }
    return all;
}

}  // namespace saegin::eval
