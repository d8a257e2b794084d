#include "indexer/progress.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "common/number_text.h"

namespace saegin::indexer {

namespace {

constexpr std::chrono::milliseconds kBetweenLines{100};
constexpr const char* kClearLine = "\r\033[K";

}  // namespace

std::string progress_line(const std::string& doing, const std::string& unit, std::size_t done, std::size_t total,
                          double seconds) {
    std::string line = fmt::format("{} {} of {} {}", doing, with_commas(done), with_commas(total), unit);
    const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
    if (rate > 0 && done < total) {
        const double left = static_cast<double>(total - done) / rate;
        line += fmt::format(", {}/s, {:.0f} s left", with_commas(static_cast<std::size_t>(std::lround(rate))),
                            std::ceil(left));
    }
    return line;
}

void Progress::start(std::string doing, std::string unit, std::size_t total) {
    if (!visible_) {
        return;
    }
    const std::scoped_lock lock{mutex_};
    doing_ = std::move(doing);
    unit_ = std::move(unit);
    total_ = total;
    done_ = 0;
    began_ = Clock::now();
    shown_ = Clock::time_point{};
}

void Progress::tick(std::size_t steps) {
    if (!visible_) {
        return;
    }
    const std::size_t done = done_ += steps;
    const std::unique_lock lock{mutex_, std::try_to_lock};  // whoever comes while a line is written leaves it
    if (lock && Clock::now() - shown_ >= kBetweenLines) {
        show(done);
    }
}

void Progress::announce(const std::string& doing) {
    if (visible_) {
        const std::scoped_lock lock{mutex_};
        out_ << kClearLine << doing << std::flush;
    }
}

void Progress::finish() {
    if (visible_) {
        const std::scoped_lock lock{mutex_};
        out_ << kClearLine << std::flush;
    }
}

void Progress::show(std::size_t done) {
    shown_ = Clock::now();
    const double seconds = std::chrono::duration<double>(shown_ - began_).count();
    out_ << kClearLine << progress_line(doing_, unit_, done, total_, seconds) << std::flush;
}

}  // namespace saegin::indexer
