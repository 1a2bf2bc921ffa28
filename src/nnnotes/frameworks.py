"""딥러닝 프레임워크: 누가 언제 내놓았고, 무엇으로 알려졌고, 지금은 어떤지.

여기 적힌 "지금"은 2026년 11월입니다. 차례는 강의 노트를 따르고, 노트에 없던 JAX를 끝에
더했습니다.
"""

from dataclasses import dataclass

__all__ = ["FRAMEWORKS", "Framework"]


@dataclass(frozen=True)
class Framework:
    r"""프레임워크 하나의 기록.

    Attributes
    ----------
    name : str
        로마자 이름.
    korean : str
        한글 이름.
    makers : str
        만든 사람이나 단체.
    first_public : str
        처음 공개된 때. 아는 만큼만 적어 연, 연-월, 연-월-일 가운데 하나입니다.
    core_language : str
        계산하는 속을 적은 언어.
    licence : str
        SPDX 이름으로 적은 이용 허락.
    active : bool
        ``as_of``\ 에 개발이 이어지고 있었는지.
    state : str
        ``as_of``\ 의 상태.
    known_for : str
        무엇으로 알려졌는지.
    sources : tuple of str
        출처. 참고 문헌 목록의 이름입니다.
    as_of : str
        이 기록을 살펴본 때, 연-월.

    See Also
    --------
    FRAMEWORKS : 이 기록의 묶음.

    Examples
    --------
    가장 먼저 공개된 것은 버클리의 Caffe입니다.

    >>> import nnnotes as nn
    >>> oldest = min(nn.FRAMEWORKS, key=lambda f: f.first_public)
    >>> oldest.name, oldest.year, oldest.active
    ('Caffe', 2013, False)
    """

    name: str
    korean: str
    makers: str
    first_public: str
    core_language: str
    licence: str
    active: bool
    state: str
    known_for: str
    sources: tuple[str, ...]
    as_of: str = "2026-11"

    @property
    def year(self) -> int:
        """처음 공개된 해."""
        return int(self.first_public[:4])


FRAMEWORKS = (
    Framework(
        name="TensorFlow",
        korean="텐서플로",
        makers="구글 브레인",
        first_public="2015-11-09",
        core_language="C++",
        licence="Apache-2.0",
        active=True,
        state="개발 중. 2019년의 2.0부터 적는 대로 바로 실행하고, Keras를 품고 있습니다.",
        known_for="데이터 흐름 그래프. 서버와 휴대 기기에 모델을 내보내는 도구가 많습니다.",
        sources=("abadi2016", "tf_wiki", "pypi"),
    ),
    Framework(
        name="Keras",
        korean="케라스",
        makers="프랑수아 숄레",
        first_public="2015-03-27",
        core_language="Python",
        licence="Apache-2.0",
        active=True,
        state="개발 중. 2023년의 3.0부터 TensorFlow, JAX, PyTorch를 백엔드으로 골라 씁니다.",
        known_for="층을 쌓듯 짧게 적는 API. 계산은 백엔드이 합니다.",
        sources=("keras_pypi", "keras_wiki", "pypi"),
    ),
    Framework(
        name="Apache MXNet",
        korean="엠엑스넷",
        makers="DMLC 모임. 2017년부터 아파치 소프트웨어 재단",
        first_public="2015",
        core_language="C++",
        licence="Apache-2.0",
        active=False,
        state="은퇴. 2022년의 1.9.1이 마지막 판이고, 2023년 11월부터 저장소는 읽기 전용입니다.",
        known_for="명령형과 기호형을 섞어 적는 방식, 여러 언어, 여러 GPU에 나누는 계산.",
        sources=(
            "chen2015mxnet",
            "mxnet_incubator",
            "mxnet_techcrunch",
            "mxnet_banner",
            "mxnet_attic",
            "pypi",
        ),
    ),
    Framework(
        name="PyTorch",
        korean="파이토치",
        makers="페이스북 AI 연구소(지금의 메타). 2022년부터 PyTorch 재단",
        first_public="2017-01",
        core_language="C++",
        licence="BSD-3-Clause",
        active=True,
        state="개발 중. 리눅스 재단에 속한 PyTorch 재단이 맡고 있습니다.",
        known_for="실행하면서 만들어지는 그래프와, 그 자취를 되밟는 자동 미분.",
        sources=("paszke2019", "pytorch_year", "pytorch_foundation", "pypi"),
    ),
    Framework(
        name="Caffe",
        korean="카페",
        makers="양칭 자와 UC 버클리",
        first_public="2013-12",
        core_language="C++",
        licence="BSD-2-Clause",
        active=False,
        state="멈춤. 2017년의 1.0이 마지막 판이고, 확인한 마지막 커밋은 2020년 2월입니다.",
        known_for="초기의 합성곱 신경망 연구, 신경망을 글로 적는 prototxt, 학습된 모델의 모음.",
        sources=("jia2014caffe", "caffe_repo", "caffe_wiki"),
    ),
    Framework(
        name="Microsoft Cognitive Toolkit",
        korean="마이크로소프트 코그니티브 툴킷",
        makers="마이크로소프트 연구소",
        first_public="2015-04",
        core_language="C++",
        licence="MIT",
        active=False,
        state="끝남. 2019년 4월의 2.7이 마지막 주요 판이고, ONNX로 옮겨 가라고 안내했습니다.",
        known_for="음성 인식, 여러 기계에 나누어 하는 학습. CNTK라고도 부릅니다.",
        sources=("cntk_readme", "cntk27", "cntk_wiki"),
    ),
    Framework(
        name="ONNX",
        korean="오닉스",
        makers="페이스북과 마이크로소프트. 2019년부터 리눅스 재단의 LF AI",
        first_public="2017-09",
        core_language="C++",
        licence="Apache-2.0",
        active=True,
        state="개발 중.",
        known_for="프레임워크가 아니라, 프레임워크끼리 모델을 주고받는 파일 형식.",
        sources=("onnx_azure", "onnx_readme", "onnx_versioning", "lfai2019", "pypi"),
    ),
    Framework(
        name="JAX",
        korean="잭스",
        makers="구글",
        first_public="2018",
        core_language="Python",
        licence="Apache-2.0",
        active=True,
        state="개발 중.",
        known_for="NumPy처럼 적은 함수를 미분(grad), 컴파일(jit), 묶음 처리(vmap)하는 변환.",
        sources=("frostig2018", "jax_repo", "pypi"),
    ),
)
"""노트에 나온 프레임워크 일곱 가지와 JAX의 기록(:class:`Framework`).

:meta hide-value:
"""
