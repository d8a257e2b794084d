// Nouns whose last syllable looks like a particle or an ending. A word that ends in one of them is left as it is.
//
// Only what the rules of korean_particles.cc would wrongly cut needs to stand here: the noun itself when it has three
// syllables or more, or the last two syllables of compounds (실험결과, 재정의, 고속도로, and 정확도 by its "확도").
#pragma once

#include <array>
#include <string_view>

namespace saegin::text {

// clang-format off
inline constexpr auto kParticleLikeNouns = std::to_array<std::u32string_view>({
    // -의
    U"정의", U"주의", U"회의", U"논의", U"합의", U"강의", U"동의", U"문의", U"창의", U"편의", U"유의", U"임의",
    U"상의", U"협의", U"고의", U"악의", U"호의", U"적의", U"심의", U"결의", U"제의", U"항의", U"예의",
    U"근의",
    // -도
    U"정도", U"속도", U"온도", U"밀도", U"확도", U"상도", U"사도", U"뢰도", U"이도", U"잡도", U"감도", U"성도",
    U"실도", U"호도", U"시도", U"유도", U"지도", U"제도", U"태도", U"각도", U"빈도", U"강도", U"의도", U"척도",
    U"주도", U"습도", U"경도", U"위도", U"고도", U"명도", U"채도", U"족도", U"여도", U"요도", U"자유도",
    U"일치도", U"인지도", U"농도", U"순도", U"난도", U"진도", U"조도", U"휘도", U"광도", U"심도", U"용도",
    U"연도", U"년도", U"한도", U"기도", U"궤도", U"구도", U"선도", U"인도", U"보도", U"철도", U"차도", U"복도",
    U"수도", U"파도", U"안도", U"전도", U"왜도", U"첨도", U"점도", U"친숙도", U"친화도", U"혼란도", U"가능도", U"희소도", U"집중도", U"몰입도",
    U"적합도", U"통합도", U"활용도", U"근접도", U"진척도", U"성숙도", U"부합도", U"우도",
    // -로
    U"도로", U"고속도로", U"회로", U"경로", U"진로", U"미로", U"서로", U"스스로", U"새로", U"바로", U"그대로", U"이대로", U"제대로", U"멋대로", U"따로",
    U"제로", U"매크로", U"마이크로", U"하이드로", U"피에로", U"프로", U"항로", U"수로", U"선로", U"활로",
    U"기로", U"오로", U"실제로",
    // -과. Not 성과, 일과 and the like: 효율성과 and 스타일과 are far more often nouns with a particle.
    U"결과", U"연구성과", U"효과", U"통과", U"초과", U"경과", U"외과", U"부과",
    U"사과", U"투과", U"여과",
    // -이
    U"어린이", U"고양이", U"목걸이", U"높이", U"깊이", U"길이", U"넓이", U"차이", U"놀이", U"풀이", U"쌓이",
    U"사이", U"나이", U"종이", U"같이", U"많이", U"없이", U"굳이", U"움직이", U"줄이", U"보이", U"붙이",
    U"하이",
    // -가
    U"평가", U"추가", U"증가", U"국가", U"휴가", U"오메가", U"시가", U"물가", U"주가", U"대가", U"인가",
    U"허가", U"원가", U"첨가", U"참가", U"불가",
    // -만
    U"불만", U"비만", U"하지만", U"지만", U"오만", U"낭만", U"거만", U"대만", U"충만", U"천만", U"백만",
    U"십만",
    // -을, -은, -는
    U"마을", U"가을", U"노을", U"같은", U"많은", U"작은", U"높은", U"낮은", U"좋은", U"깊은", U"짧은",
    // -나, -에, -들
    U"아들", U"흔들", U"건들",
    // -한, -할, -함, -해, -된, -하기
    U"제한", U"권한", U"무한", U"유한", U"기한", U"역할", U"분할", U"관할", U"포함", U"결함", U"이해", U"오해",
    U"저해", U"피해", U"방해", U"유해", U"침해", U"손해", U"분해", U"견해", U"융해", U"북한", U"남한",
    U"상한", U"하한", U"극한",
});
// clang-format on

}  // namespace saegin::text
