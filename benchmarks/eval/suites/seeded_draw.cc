#include "benchmarks/eval/suites/seeded_draw.h"

#include <xxhash.h>

#include <cassert>

namespace saegin::eval {

std::uint64_t seeded_number(std::uint64_t seed, std::string_view name) {
    return XXH3_64bits_withSeed(name.data(), name.size(), seed);
}

std::size_t Draw::below(std::size_t count) {
    constexpr unsigned kHalf = 32;
    assert(count > 0 && (static_cast<std::uint64_t>(count) >> kHalf) == 0);
    const std::uint64_t random = generator_() >> kHalf;
    return static_cast<std::size_t>((random * count) >> kHalf);
}

}  // namespace saegin::eval
