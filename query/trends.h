// Terms that are rising: more frequent in titles of the last months than before, by more than chance.
//
//   months            2024-05 2024-06 2024-07 2024-08 | 2024-09 ...    share of the papers of a month that have the
//   term before                          4 of 931 papers   | 12 of 1112     Fisher's exact test, one-sided: p all
//   tested terms                                                    Benjamini and Hochberg: at most 5 % false
//
// Terms are counted in titles alone. Summaries are written by whoever makes the digests, in forms that change: when
// they do, words of the new form come to stand in many papers at once, and so does every word that longer summaries
// have room for. Titles are the authors' own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/paper.h"
#include "query/day_range.h"
#include "query/title_terms.h"

namespace saegin::query {

/// A calendar month, counted from January of the year 0.
using Month = std::int32_t;

[[nodiscard]] constexpr Month month_of(DigestDate day) {
    return day.year * 12 + static_cast<Month>(day.month) - 1;
}
/// "2024-08".
[[nodiscard]] std::string month_text(Month month);

/// Papers that have a term, of all papers of a time.
struct Share {
    std::uint32_t papers = 0;
    std::uint32_t of = 0;

    /// From 0 to 1; 0 where there are no papers.
    [[nodiscard]] double value() const { return of == 0 ? 0 : static_cast<double>(papers) / of; }

    friend bool operator==(const Share&, const Share&) = default;
};

/// A term whose share rose.
struct RisingTerm {
    std::string text;                     ///< as titles mostly write it
    Month first_seen = 0;                 ///< first month of a paper that has it, also before the range
    std::uint32_t papers = 0;             ///< of the range, that have it
    std::vector<std::uint32_t> by_month;  ///< the same by month, one number for each of Trends::months
    Share now;
    Share before;
    double p = 1;  ///< that chance puts as many of its papers or more into the last months
    double q = 1;  ///< the least rate of false ones among rising terms at which it is one
};

/// What rises in a range of days.
struct Trends {
    std::vector<Month> months;          ///< from the first paper to the last, without gaps; empty without papers
    std::vector<std::uint32_t> papers;  ///< by month
    std::size_t now = 0;                ///< how many of the months, the last ones, are compared with those before
    std::size_t tested = 0;             ///< terms that were tested
    std::vector<RisingTerm> rising;     ///< smallest p first, equal ones in byte order
};

/// The chance that of `all.papers` papers out of `all.of`, dealt out to the months at random, `now.papers` or more fall
/// among the `now.of` papers of the last months: Fisher's exact test, one-sided (Fisher 1935), from 0 to 1. Requires
/// now.papers <= all.papers and now.of <= all.of.
[[nodiscard]] double chance_of_rise(const Share& now, const Share& all);

/// Expected share of false ones among the terms that are called rising, at most.
inline constexpr double kFalseRate = 0.05;
/// Last months that are compared with the ones before: a quarter of all, at least one, at most these. In one month too
/// few papers have a term for a rise to show.
inline constexpr std::size_t kMostMonthsNow = 3;
/// Months that are looked at, the last ones: one wrong date must not stretch them over centuries.
inline constexpr Month kMostMonths = 240;

/// Tests each term that at least kFewestTitles papers of the range have by chance_of_rise. Rising are those that the
/// procedure of Benjamini and Hochberg (1995) takes at the rate kFalseRate. Nothing rises in fewer than two months.
[[nodiscard]] Trends find_trends(const DatedTitles& titles, const DayRange& range = {});

/// What is compared, for people: "2024-10 to 2024-12 (1,112 papers) against 2023-11 to 2024-09 (2,478 papers)".
/// Requires trends.now > 0.
[[nodiscard]] std::string compared_months(const Trends& trends);

}  // namespace saegin::query
