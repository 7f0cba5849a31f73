"""What autoencoders are worth, looking back."""

from ae_workbench.analysis.chapters.chapter import Chapter

CHAPTER = Chapter(
    "closing",
    "What they are worth",
    "What's the big deal with autoencoders?",
    "Autoencoders once served to pretrain deep networks layer by layer, and were hoped to learn good features without labels. The article "
    "is sober about both: initialisation made the first unnecessary, and pixels are not the best teacher for the second.",
)
