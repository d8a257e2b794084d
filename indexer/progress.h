// Progress of a long run: one line on a terminal that is written over, nothing in a pipe.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <ostream>
#include <string>

namespace saegin::indexer {

/// Counts work and shows it. `tick` may be called from several threads.
class Progress {
public:
    /// Writes to `out` if `visible`.
    Progress(std::ostream& out, bool visible) : out_(out), visible_(visible) {}
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { finish(); }

    /// Begins a phase of `total` steps: "reading" 265 "files".
    void start(std::string doing, std::string unit, std::size_t total);
    /// `steps` more are done.
    void tick(std::size_t steps = 1);
    /// Says what is being done where no steps can be counted.
    void announce(const std::string& doing);
    /// Clears the line.
    void finish();

private:
    using Clock = std::chrono::steady_clock;

    void show(std::size_t done);

    std::ostream& out_;
    const bool visible_;
    std::mutex mutex_;
    std::string doing_;
    std::string unit_;
    std::size_t total_ = 0;
    std::atomic<std::size_t> done_{0};
    Clock::time_point began_;
    Clock::time_point shown_;
};

/// The line for `done` of `total` after `seconds`: "indexing 1,200 of 3,590 papers, 800/s, 3 s left".
[[nodiscard]] std::string progress_line(const std::string& doing, const std::string& unit, std::size_t done,
                                        std::size_t total, double seconds);

}  // namespace saegin::indexer
