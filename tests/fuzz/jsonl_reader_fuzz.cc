// Any bytes are JSON lines: records have an id, and what is left out is reported.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "indexer/jsonl_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::istringstream in{std::string{reinterpret_cast<const char*>(data), size}};
    saegin::indexer::ReadReport report;
    std::size_t entries = 0;
    const auto sink = [&](const saegin::Entry& entry) {
        ++entries;
        if (entry.id.value.empty() || entry.id.value.size() > saegin::kMaxIdBytes || entry.line == 0) {
            std::abort();
        }
    };
    if (!saegin::indexer::read_jsonl("papers.jsonl", in, sink, report) || entries != report.entries) {
        std::abort();
    }
    return 0;
}
