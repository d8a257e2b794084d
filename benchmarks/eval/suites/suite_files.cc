#include "benchmarks/eval/suites/suite_files.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <system_error>

namespace saegin::eval {

namespace {

namespace fs = std::filesystem;

Result<void> write_file(const fs::path& path, const std::string& text) {
    std::error_code problem;
    fs::create_directories(path.parent_path(), problem);
    std::ofstream out{path, std::ios::binary};
    out << text;
    out.close();
    if (problem || !out) {
        return Error{
            Code::kIo, "cannot write the suite", "is the disk full, or the folder not yours?", {path.string(), 0}};
    }
    return {};
}

Result<void> write_topics(const fs::path& folder, const std::vector<SuiteTopic>& topics) {
    std::string texts;
    std::string qrels;
    for (const SuiteTopic& topic : topics) {
        fmt::format_to(std::back_inserter(texts), "{}\t{}\n", topic.qid, topic.text);
        for (const auto& [id, grade] : topic.grades) {
            fmt::format_to(std::back_inserter(qrels), "{} 0 {} {}\n", topic.qid, id, grade);
        }
    }
    if (const Result<void> written = write_file(folder / "topics.tsv", texts); !written) {
        return written.error();
    }
    return write_file(folder / "qrels.txt", qrels);
}

std::string manifest(const SuiteReport& report) {
    using nlohmann::ordered_json;
    ordered_json suites = ordered_json::array();
    for (const SuiteFigures& one : report.suites) {
        ordered_json changed = ordered_json::object();
        for (const VariantFigures& variant : one.variants) {
            changed[std::string{variant.variant->name}] = variant.topics.size();
        }
        suites.push_back({{"name", one.suite.name},
                          {"meaning", one.suite.meaning},
                          {"index_titles", !one.suite.titles_hidden},
                          {"queries", one.suite.topics.size()},
                          {"changed", std::move(changed)}});
    }
    const ordered_json all{{"version", 1},
                           {"papers", report.papers},
                           {"seed", report.settings.seed},
                           {"sample", report.sampling.sample},
                           {"suites", std::move(suites)}};
    return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

Result<void> write_suites(const fs::path& folder, const SuiteReport& report) {
    if (const Result<void> written = write_file(folder / "suites.json", manifest(report)); !written) {
        return written.error();
    }
    for (const SuiteFigures& one : report.suites) {
        if (one.suite.topics.empty()) {
            continue;
        }
        const fs::path place = folder / one.suite.name;
        if (const Result<void> written = write_topics(place / "plain", one.suite.topics); !written) {
            return written.error();
        }
        for (const VariantFigures& variant : one.variants) {
            if (variant.topics.empty()) {
                continue;
            }
            const Result<void> written = write_topics(place / std::string{variant.variant->name}, variant.topics);
            if (!written) {
                return written.error();
            }
        }
    }
    return {};
}

}  // namespace saegin::eval
