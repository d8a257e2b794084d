#include "benchmarks/eval/suites/suite.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "benchmarks/eval/suites/gloss_pairs.h"
#include "benchmarks/eval/suites/seeded_draw.h"
#include "benchmarks/eval/suites/sentences.h"
#include "benchmarks/eval/suites/text_runs.h"
#include "benchmarks/eval/text_file.h"
#include "common/text/unicode.h"
#include "common/text/utf32.h"

namespace saegin::eval {

namespace {

constexpr std::size_t kShortestEnglish = 4;
constexpr std::size_t kShortestSummary = 20;

bool can_be_judged(const PaperId& id) {
    std::string_view rest = id.value;
    return !id.value.starts_with('#') && take_field(rest) == id.value;
}

SuiteTopic known_item(const Paper& paper, std::string query) {
    return {paper.id.value, std::move(query), {{paper.id.value, 1}}};
}

/// The titles that stand on one paper only, as queries.
std::vector<SuiteTopic> titles(const std::vector<ArchivePaper>& papers, bool (*suits)(const Paper&)) {
    std::map<std::string, std::size_t> count;
    for (const ArchivePaper& one : papers) {
        ++count[text::fold(one_line(one.paper.title))];
    }
    std::vector<SuiteTopic> topics;
    for (const ArchivePaper& one : papers) {
        std::string title = one_line(one.paper.title);
        if (!title.empty() && count[text::fold(title)] == 1 && can_be_judged(one.paper.id) && suits(one.paper)) {
            topics.push_back(known_item(one.paper, std::move(title)));
        }
    }
    return topics;
}

std::vector<SuiteTopic> title_candidates(const std::vector<ArchivePaper>& papers, std::uint64_t /*seed*/) {
    return titles(papers, [](const Paper& /*paper*/) { return true; });
}

std::vector<SuiteTopic> hidden_title_candidates(const std::vector<ArchivePaper>& papers, std::uint64_t /*seed*/) {
    return titles(papers, [](const Paper& paper) {
        const std::u32string title = text::to_utf32(paper.title);
        const std::vector<Stretch> runs = latin_runs(title);
        const bool english =
            std::any_of(runs.begin(), runs.end(), [](const Stretch& run) { return run.size() >= kShortestEnglish; });
        return english && count_hangul(title) == 0 &&
               count_hangul(text::to_utf32(summary_text(paper))) >= kShortestSummary;
    });
}

std::vector<SuiteTopic> sentence_candidates(const std::vector<ArchivePaper>& papers, std::uint64_t seed) {
    std::vector<std::vector<std::string>> sentences(papers.size());
    std::map<std::string, std::size_t> papers_with;
    for (std::size_t i = 0; i < papers.size(); ++i) {
        for (const Section& section : papers[i].paper.sections) {
            for (std::string& sentence : korean_sentences(section.text)) {
                sentences[i].push_back(std::move(sentence));
            }
        }
        std::sort(sentences[i].begin(), sentences[i].end());
        sentences[i].erase(std::unique(sentences[i].begin(), sentences[i].end()), sentences[i].end());
        for (const std::string& sentence : sentences[i]) {
            ++papers_with[sentence];
        }
    }
    std::vector<SuiteTopic> topics;
    for (std::size_t i = 0; i < papers.size(); ++i) {
        const Paper& paper = papers[i].paper;
        std::vector<std::string>& own = sentences[i];
        std::erase_if(own, [&](const std::string& sentence) { return papers_with[sentence] > 1; });
        if (!own.empty() && can_be_judged(paper.id)) {
            const std::size_t chosen = Draw{seed, "sentence\n" + paper.id.value}.below(own.size());
            topics.push_back(known_item(paper, std::move(own[chosen])));
        }
    }
    return topics;
}

std::vector<SuiteTopic> glosses(const std::vector<ArchivePaper>& papers, std::string GlossPair::*side) {
    std::vector<SummaryText> summaries;
    for (const ArchivePaper& one : papers) {
        if (can_be_judged(one.paper.id)) {
            summaries.push_back({one.paper.id, summary_text(one.paper)});
        }
    }
    std::vector<SuiteTopic> topics;
    for (const GlossPair& pair : mine_gloss_pairs(summaries)) {
        SuiteTopic topic{pair.english, pair.*side, {}};
        std::replace(topic.qid.begin(), topic.qid.end(), ' ', '_');  // which no English side holds
        for (const PaperId& id : pair.papers) {
            topic.grades.emplace_back(id.value, 1);
        }
        topics.push_back(std::move(topic));
    }
    return topics;
}

std::vector<SuiteTopic> korean_gloss_candidates(const std::vector<ArchivePaper>& papers, std::uint64_t /*seed*/) {
    return glosses(papers, &GlossPair::korean);
}

std::vector<SuiteTopic> english_gloss_candidates(const std::vector<ArchivePaper>& papers, std::uint64_t /*seed*/) {
    return glosses(papers, &GlossPair::english);
}

constexpr std::array<SuiteKind, 5> kKinds{{
    {"title", "the title of a paper finds it", false, title_candidates},
    {"hidden-title", "the English title of a paper finds its Korean summary, titles not indexed", true,
     hidden_title_candidates},
    {"sentence", "a Korean sentence of the summary finds its paper, titles not indexed", true, sentence_candidates},
    {"gloss-ko", "the Korean side of a gloss pair finds the papers that write the pair", false,
     korean_gloss_candidates},
    {"gloss-en", "the English side of a gloss pair finds the papers that write the pair", false,
     english_gloss_candidates},
}};

/// Keeps those with the lowest seeded numbers.
void keep_sample(std::vector<SuiteTopic>& topics, const Sampling& sampling) {
    const auto by_number = [&](const SuiteTopic& a, const SuiteTopic& b) {
        const std::uint64_t a_number = seeded_number(sampling.seed, a.qid);
        const std::uint64_t b_number = seeded_number(sampling.seed, b.qid);
        return std::tie(a_number, a.qid) < std::tie(b_number, b.qid);
    };
    std::sort(topics.begin(), topics.end(), by_number);
    topics.resize(std::min(topics.size(), sampling.sample));
    std::sort(topics.begin(), topics.end(), [](const SuiteTopic& a, const SuiteTopic& b) { return a.qid < b.qid; });
}

}  // namespace

std::span<const SuiteKind> all_suite_kinds() {
    return kKinds;
}

Suite make_suite(const SuiteKind& kind, const std::vector<ArchivePaper>& papers, const Sampling& sampling) {
    Suite suite{std::string{kind.name}, std::string{kind.meaning}, kind.titles_hidden, 0, {}};
    suite.topics = kind.candidates(papers, sampling.seed);
    suite.candidates = suite.topics.size();
    keep_sample(suite.topics, sampling);
    return suite;
}

}  // namespace saegin::eval
