// What a reader likes, dislikes and was shown, as text that may be edited:
//
//   like 2408.15237            a bare id is a like, too
//   dislike 2401.00002
//   seen 2024-08-28 2408.00001 the day may be left out
//   visit 2024-08-28           the newest day of the archive at a visit; the latest counts
//
// Empty lines and those that start with # say nothing. Of what is said twice about a paper the last counts.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/paper.h"
#include "common/result.h"
#include "query/taste.h"

namespace saegin::query {

/// Bytes of a profile at most.
inline constexpr std::uintmax_t kMostProfileBytes = 16U << 20U;

class ReaderProfile {
public:
    /// Reads one from text. `file` names it in errors. Error kInvalidInput, with the line.
    [[nodiscard]] static Result<ReaderProfile> from_text(std::string_view text, const std::string& file);
    /// Reads a file. Errors: kNotFound, kIo, kInvalidInput.
    [[nodiscard]] static Result<ReaderProfile> load(const std::filesystem::path& file);

    /// Likes and dislikes in the order in which they were last said.
    [[nodiscard]] Taste taste() const;
    /// The newest day of the archive at the last visit.
    [[nodiscard]] std::optional<DigestDate> last_visit() const { return last_visit_; }

    /// What is liked is no longer disliked, and the other way round.
    void like(const PaperId& id) { say(id, true); }
    void dislike(const PaperId& id) { say(id, false); }
    /// Takes it for shown.
    void see(const PaperId& id);
    void visit(DigestDate day) { last_visit_ = std::max(last_visit_.value_or(day), day); }
    /// Adds what `later` says, in its order.
    void add(const ReaderProfile& later);

    /// All ids, in an order that `renamed` knows.
    [[nodiscard]] std::vector<PaperId> ids() const;
    /// The same with other ids in place of ids(), as many: papers that were named in two ways become one, and of what
    /// was said of them the last counts.
    [[nodiscard]] ReaderProfile renamed(const std::vector<PaperId>& ids) const;

private:
    /// What was said last of a paper, and when.
    struct Verdict {
        bool liked = false;
        std::size_t order = 0;
    };

    /// Papers and whether they are liked, in the order in which that was last said.
    [[nodiscard]] std::vector<std::pair<PaperId, bool>> verdicts() const;
    void say(const PaperId& id, bool liked) { verdicts_[id] = {liked, said_++}; }

    std::map<PaperId, Verdict> verdicts_;
    std::size_t said_ = 0;
    std::vector<PaperId> seen_;
    std::set<PaperId> seen_before_;  ///< seen_, to look up
    std::optional<DigestDate> last_visit_;
};

/// The text of a file that holds a profile or a list of ids. Errors: kNotFound, kIo, kInvalidInput for one that is too
/// long.
[[nodiscard]] Result<std::string> read_profile_text(const std::filesystem::path& file);

}  // namespace saegin::query
