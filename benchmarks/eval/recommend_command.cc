#include "benchmarks/eval/recommend_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "benchmarks/eval/bench.h"
#include "benchmarks/eval/gain_measures.h"
#include "benchmarks/eval/liked_pairs.h"
#include "benchmarks/eval/ranking.h"
#include "benchmarks/eval/significance.h"
#include "benchmarks/eval/table.h"

namespace saegin::eval {

namespace {

constexpr std::size_t kDepth = 10;

/// A way to answer a pair.
struct Way {
    std::string name;
    std::map<std::string, std::vector<double>> values;  ///< nDCG@10 of the pairs of each seed
};

/// One value a seed: its pairs are no independent samples.
std::vector<double> means_of(const Way& way) {
    std::vector<double> means;
    for (const auto& [seed, values] : way.values) {
        means.push_back(mean(values));
    }
    return means;
}

class Experiment {
public:
    Experiment(query::Searcher& searcher, const query::RankingParameters& related,
               const query::RankingParameters& search)
        : searcher_(searcher), related_(related), search_(search) {}

    Result<void> run(const std::vector<LikedPair>& pairs) {
        for (const LikedPair& pair : pairs) {
            const Result<double> first = related_to(pair, pair.first);
            const Result<double> second = related_to(pair, pair.second);
            const Result<double> plain = recommended(pair, 0, 0);
            const Result<double> spread = recommended(pair, search_.recommend_spread, 0);
            const Result<double> both = recommended(pair, search_.recommend_spread, search_.recommend_vote);
            for (const Result<double>* result : {&first, &second, &plain, &spread, &both}) {
                if (!*result) {
                    return result->error();
                }
            }
            const std::vector<double> values{(*first + *second) / 2, std::max(*first, *second), *plain, *spread, *both};
            for (std::size_t i = 0; i < values.size(); ++i) {
                ways_[i].values[pair.seed].push_back(values[i]);
            }
        }
        return {};
    }

    [[nodiscard]] const std::vector<Way>& ways() const { return ways_; }

private:
    /// nDCG@10 of a list for what is left to be found; the two liked papers have no part in it.
    static double ndcg_of(const LikedPair& pair, const std::vector<query::ScoredId>& found) {
        std::vector<Retrieved> retrieved;
        for (const query::ScoredId& hit : found) {
            if (hit.id.value != pair.first && hit.id.value != pair.second) {
                retrieved.push_back({hit.id.value, hit.score});
            }
        }
        return ndcg(grade(retrieved, pair.others, 1), kDepth, Gain::kLinear);
    }

    Result<double> related_to(const LikedPair& pair, const std::string& liked) {
        query::Ranking ranking;
        ranking.limit = kDepth + 1;  // the other liked one may be among them
        ranking.parameters = related_;
        const Result<std::vector<query::ScoredId>> found = searcher_.related_ids(PaperId{liked}, ranking);
        return found ? Result<double>{ndcg_of(pair, *found)} : Result<double>{found.error()};
    }

    Result<double> recommended(const LikedPair& pair, double spread, double vote) {
        query::Ranking ranking;
        ranking.limit = kDepth;
        ranking.parameters = search_;
        ranking.parameters.recommend_spread = spread;
        ranking.parameters.recommend_vote = vote;
        const Result<std::vector<query::ScoredId>> found =
            searcher_.recommend_ids({{PaperId{pair.first}, PaperId{pair.second}}, {}, {}}, ranking);
        return found ? Result<double>{ndcg_of(pair, *found)} : Result<double>{found.error()};
    }

    query::Searcher& searcher_;
    const query::RankingParameters& related_;
    const query::RankingParameters& search_;
    std::vector<Way> ways_{{"related to one, mean of the two", {}},
                           {"related to the better of the two", {}},
                           {"recommend, spread 0, votes 0", {}},
                           {"recommend, votes 0", {}},
                           {"recommend", {}}};
};

std::string report(const std::vector<Way>& ways, std::size_t pairs, std::uint64_t seed) {
    constexpr std::uint64_t kDraws = 100'000;
    Table table{{"answer", "nDCG@10", "difference", "p", "seeds better", "worse"}, 1};
    const std::vector<double> base = means_of(ways.front());
    for (const Way& way : ways) {
        const std::vector<double> values = means_of(way);
        std::vector<std::string> row{way.name, fmt::format("{:.4f}", mean(values))};
        if (&way != &ways.front()) {
            std::vector<double> differences;
            std::size_t better = 0;
            std::size_t worse = 0;
            for (std::size_t i = 0; i < values.size(); ++i) {
                differences.push_back(values[i] - base[i]);
                better += differences.back() > 0 ? 1U : 0U;
                worse += differences.back() < 0 ? 1U : 0U;
            }
            row.push_back(fmt::format("{:+.4f}", mean(differences)));
            row.push_back(fmt::format("{:.4g}", randomisation_test(differences, kDraws, seed).p));
            row.push_back(std::to_string(better));
            row.push_back(std::to_string(worse));
        }
        table.add(std::move(row));
    }
    return table.aligned() +
           fmt::format(
               "\n{} pairs of papers of grade {} or more, of {} seeds; the other papers of the seed are to be "
               "found\nmeans over seeds of means over their pairs; p: paired randomisation test over seeds, "
               "against the first row, seed {}\n",
               pairs, kLikedGrade, base.size(), seed);
}

Result<cli::Exit> run_recommend(const cli::Arguments& arguments) {
    constexpr std::int64_t kMost = 1'000'000;
    const Result<std::int64_t> most = arguments.integer("pairs", 100, 1, kMost);
    const Result<std::int64_t> seed = arguments.integer("seed", 1, 0, std::numeric_limits<std::int64_t>::max());
    if (!most || !seed) {
        return !most ? most.error() : seed.error();
    }
    Result<Bench> bench = open_bench(arguments);
    if (!bench) {
        return bench.error();
    }
    if (!bench->collection.related) {
        return Error{Code::kUsage, "this collection has no judged related papers",
                     "give one with seeds.tsv and qrels-related.txt"};
    }
    const auto drawn_by = static_cast<std::uint64_t>(*seed);
    const std::vector<LikedPair> pairs =
        liked_pairs(bench->collection.related->qrels, static_cast<std::size_t>(*most), drawn_by);
    if (pairs.empty()) {
        return Error{Code::kInvalidInput, "no seed has two papers of grade 2 or more", "nothing can be liked"};
    }
    Experiment experiment{bench->engine.searcher(), bench->parameters.related, bench->parameters.search};
    if (const Result<void> done = experiment.run(pairs); !done) {
        return done.error();
    }
    std::cout << report(experiment.ways(), pairs.size(), drawn_by);
    return cli::kDone;
}

}  // namespace

cli::Command recommend_command() {
    std::vector<cli::Flag> flags = bench_flags();
    flags.push_back({"pairs", "N", "pairs drawn of each seed at most (100)"});
    flags.push_back({"seed", "N", "which pairs are drawn (1)"});
    return {"recommend", "--collection DIR",
            "like two related papers of each seed, and measure how well the others are found", std::move(flags),
            run_recommend};
}

}  // namespace saegin::eval
