// Any bytes are a digest: entries have an id, a title and an address, and what is left out is reported.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/digest_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    saegin::indexer::ReadReport report;
    std::size_t entries = 0;
    const auto sink = [&](const saegin::Entry& entry) {
        ++entries;
        if (entry.id.value.empty() || entry.id.value.size() > saegin::kMaxIdBytes || entry.title.empty() ||
            entry.url.empty() || entry.line == 0) {
            std::abort();
        }
    };
    if (!saegin::indexer::read_digest("2024/08/28.md", bytes, sink, report) || entries != report.entries) {
        std::abort();
    }
    return 0;
}
