// What a reader likes, dislikes and was shown, kept in a text file that may be edited:
//
//   like 2408.15237            a bare id is a like, too
//   dislike 2401.00002
//   seen 2024-08-28 2408.00001 the day may be left out
//   visit 2024-08-28           the last visit
//
// Empty lines and those that start with # say nothing. Of what is said twice about a paper the last counts.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
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

    [[nodiscard]] std::string text() const;
    /// Writes the file whole or not at all, and makes its folder. Error kIo.
    [[nodiscard]] Result<void> save(const std::filesystem::path& file) const;

    [[nodiscard]] const Taste& taste() const { return taste_; }
    /// The day of the last visit.
    [[nodiscard]] std::optional<DigestDate> last_visit() const { return last_visit_; }

    /// What is liked is no longer disliked, and the other way round.
    void like(const PaperId& id);
    void dislike(const PaperId& id);
    /// Takes it for shown.
    void see(const PaperId& id, std::optional<DigestDate> day);
    void visit(DigestDate day) { last_visit_ = day; }
    /// Adds what `later` says, in its order; its visit stays its own.
    void add(const ReaderProfile& later);

private:
    Taste taste_;
    std::vector<std::optional<DigestDate>> seen_on_;  ///< as taste_.seen
    std::optional<DigestDate> last_visit_;
};

/// Where the profile of this name is kept: in $SAEGIN_PROFILES, else in the folder of the user's data. Error kUsage for
/// a name that is no plain file name.
[[nodiscard]] Result<std::filesystem::path> profile_path(const std::string& name);

}  // namespace saegin::query
