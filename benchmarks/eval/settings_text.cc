#include "benchmarks/eval/settings_text.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/number_text.h"
#include "common/text/analyzer.h"
#include "common/version.h"

namespace saegin::eval {

std::string parameters_text(const query::RankingParameters& parameters, const std::vector<Axis>& varied) {
    std::string text;
    for (const query::ParameterInfo& info : query::kParameters) {
        if (std::none_of(varied.begin(), varied.end(), [&](const Axis& axis) { return axis.parameter == &info; })) {
            text += fmt::format("{}{}={}", text.empty() ? "" : " ", info.name, parameters.*info.member);
        }
    }
    return text;
}

std::string index_text(const IndexFacts& facts) {
    std::string text = fmt::format("index     {} papers, {}, ", with_commas(facts.papers), byte_text(facts.bytes));
    text += facts.seconds ? fmt::format("made in {:.2f} s", *facts.seconds) : "there already: " + facts.folder;
    return text + (facts.skipped.empty() ? "\n" : fmt::format("; {} skipped\n", with_commas(facts.skipped.size())));
}

std::string settings_text(const Bench& bench) {
    std::string text = fmt::format("saegin    {}, {}\n", kVersion, text::analyzer_fingerprint());
    text += fmt::format("measured  to depth {}, relevant from grade {}, topics without results as zero\n", bench.depth,
                        bench.settings.level);
    for (const FileMark& file : bench.collection.files) {
        text += fmt::format("file      {}: {}, XXH3 {}\n", file.role, file.path, file.fingerprint);
    }
    return text;
}

nlohmann::ordered_json settings_json(const Bench& bench, nlohmann::ordered_json ranking) {
    using nlohmann::ordered_json;
    ordered_json files = ordered_json::array();
    for (const FileMark& file : bench.collection.files) {
        files.push_back({{"role", file.role}, {"path", file.path}, {"fingerprint", file.fingerprint}});
    }
    const std::string& folder = bench.engine.facts().folder;
    return {{"version", kVersion},
            {"analyzer", text::analyzer_fingerprint()},
            {"level", bench.settings.level},
            {"depth", bench.depth},
            {"index", folder.empty() ? ordered_json() : ordered_json(folder)},
            {"files", std::move(files)},
            {"ranking", std::move(ranking)}};
}

}  // namespace saegin::eval
