<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Copy versions</source>
        <translation>复制版本信息(&amp;C)</translation>
    </message>
    <message>
        <source>About AE Workbench</source>
        <translation>关于 AE Workbench</translation>
    </message>
    <message>
        <source>Build, train and look inside seven kinds of autoencoders.</source>
        <translation>构建、训练并观察七种自编码器。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It uses the libraries below under their own licences.</source>
        <translation>依据 MIT 许可证发布的自由软件。它所用的下列库各有其许可证。</translation>
    </message>
    <message>
        <source>Put all versions on the clipboard, for a report</source>
        <translation>把所有版本信息放到剪贴板，便于报告问题</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>TensorFlow is still being loaded; then it is known whether a GPU is used.</source>
        <translation>TensorFlow 仍在加载；加载后才知道是否使用 GPU。</translation>
    </message>
    <message>
        <source>Trains on the CPU; no GPU is used.</source>
        <translation>在 CPU 上训练；未使用 GPU。</translation>
    </message>
    <message>
        <source>Trains on {gpu}.</source>
        <translation>在 {gpu} 上训练。</translation>
    </message>
</context>
<context>
    <name>Aftermath</name>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>不管它(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Show report</source>
        <translation>显示报告(&amp;S)</translation>
    </message>
    <message>
        <source>Another training is running: go on with this one from the list of runs when that has ended.</source>
        <translation>另一个训练正在进行：等它结束后，可从运行列表继续这一个。</translation>
    </message>
    <message>
        <source>So were {count} others; they are in the list of runs.</source>
        <translation>另有 {count} 个也是如此；它们在运行列表中。</translation>
    </message>
    <message>
        <source>Something went wrong in AE Workbench the last time. There is a report of it.</source>
        <translation>AE Workbench 上次出了问题。有一份相关报告。</translation>
    </message>
    <message>
        <source>The settings are unreadable and can&apos;t be put aside: this session begins with first values.</source>
        <translation>设置无法读取，也无法移开：本次使用初始值。</translation>
    </message>
    <message>
        <source>The settings were unreadable and are back to their first values; the old file is kept as {name}.</source>
        <translation>设置无法读取，已恢复为初始值；旧文件保存为 {name}。</translation>
    </message>
    <message>
        <source>The training of “{name}” was cut off after epoch {epoch} of {epochs}.</source>
        <translation>“{name}”的训练在第 {epoch} 轮（共 {epochs} 轮）后中断。</translation>
    </message>
</context>
<context>
    <name>AllPage</name>
    <message>
        <source>Codes of the test set, a column for each example, sorted by class</source>
        <translation>测试集的编码，每个样本一列，按类别排序</translation>
    </message>
    <message>
        <source>Collapsed: unit {names}</source>
        <translation>坍缩：单元 {names}</translation>
    </message>
    <message>
        <source>Collapsed: units {names}</source>
        <translation>坍缩：单元 {names}</translation>
    </message>
    <message>
        <source>Dead: map {names}</source>
        <translation>失活：特征图 {names}</translation>
    </message>
    <message>
        <source>Dead: maps {names}</source>
        <translation>失活：特征图 {names}</translation>
    </message>
    <message>
        <source>Dead: unit {names}</source>
        <translation>失活：单元 {names}</translation>
    </message>
    <message>
        <source>Dead: units {names}</source>
        <translation>失活：单元 {names}</translation>
    </message>
    <message>
        <source>Epoch {epoch} · units down, test examples across; click to look into one</source>
        <translation>第 {epoch} 轮 · 纵向为单元，横向为测试样本；单击可细看</translation>
    </message>
    <message>
        <source>Histogram of all numbers of all codes</source>
        <translation>所有编码中全部数值的直方图</translation>
    </message>
    <message>
        <source>How many test examples these numbers are over</source>
        <translation>这些数值取自多少个测试样本</translation>
    </message>
    <message>
        <source>How often which values are among all codes; heights on a square-root scale</source>
        <translation>所有编码中各个数值出现的频率；高度按平方根比例</translation>
    </message>
    <message>
        <source>Mean over all numbers of all codes of the test set; the article reports 7.30 and, with a penalty, 3.33</source>
        <translation>测试集全部编码中所有数值的平均；文章给出 7.30，加惩罚时为 3.33</translation>
    </message>
    <message>
        <source>Share of numbers that are exactly 0: how sparse the codes are</source>
        <translation>恰为 0 的数值所占比例：编码有多稀疏</translation>
    </message>
    <message>
        <source>Test example {index} · unit {unit} · {value}</source>
        <translation>测试样本 {index} · 单元 {unit} · {value}</translation>
    </message>
    <message>
        <source>Units that say nothing: each of their codes is the prior</source>
        <translation>什么也不说的单元：它们的每个编码都是先验</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>坍缩</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>失活</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Units that say nothing: the same number for every example</source>
        <translation>什么也不说的单元：对每个样本都是同一个数</translation>
    </message>
    <message>
        <source>mean code</source>
        <translation>平均编码</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>零值</translation>
    </message>
    <message>
        <source>{some} and {count} more</source>
        <translation>{some} 以及另外 {count} 个</translation>
    </message>
</context>
<context>
    <name>AnimationDialog</name>
    <message>
        <source>&amp;Choose file…</source>
        <translation>选择文件(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Every so many epochs</source>
        <translation>每隔几轮(&amp;E)</translation>
    </message>
    <message>
        <source>1 takes every stored epoch, 2 every second one; the last one is always there</source>
        <translation>1 取每个已存的轮次，2 每隔一个；最后一个总在其中</translation>
    </message>
    <message>
        <source>Export animation</source>
        <translation>导出动画</translation>
    </message>
    <message>
        <source>Frames per &amp;second</source>
        <translation>每秒帧数(&amp;S)</translation>
    </message>
    <message>
        <source>How many epochs are shown per second</source>
        <translation>每秒显示多少轮</translation>
    </message>
    <message>
        <source>{count} pictures, {seconds} s long</source>
        <translation>{count} 张图，时长 {seconds} 秒</translation>
    </message>
</context>
<context>
    <name>ArchiveFlow</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>A run is being written to be shared.</source>
        <translation>正在写入要分享的运行。</translation>
    </message>
    <message>
        <source>Another run is being read or written: try again in a moment.</source>
        <translation>另一个运行正在读取或写入：请稍后再试。</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <source>Share run</source>
        <translation>分享运行</translation>
    </message>
    <message>
        <source>Shared as {name}</source>
        <translation>已分享为 {name}</translation>
    </message>
    <message>
        <source>Shared runs (*.aew)</source>
        <translation>分享的运行 (*.aew)</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>This run has nothing to share yet: train it for an epoch first.</source>
        <translation>此运行还没有可分享的内容：请先训练一轮。</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>正在写入 {name}…</translation>
    </message>
</context>
<context>
    <name>ArithmeticPage</name>
    <message>
        <source>Arithmetic: a − b + c on the codes of class means, the picked example and the marker</source>
        <translation>运算：对类别均值、选中样本和标记的编码做 a − b + c</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>移到那里</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Mean {name}</source>
        <translation>{name} 的均值</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>选中的样本</translation>
    </message>
    <message>
        <source>Put the marker where a − b + c lies</source>
        <translation>把标记放到 a − b + c 所在之处</translation>
    </message>
    <message>
        <source>Term {letter}</source>
        <translation>项 {letter}</translation>
    </message>
    <message>
        <source>What a − b + c decodes to</source>
        <translation>a − b + c 解码的结果</translation>
    </message>
    <message>
        <source>What {letter} decodes to</source>
        <translation>{letter} 解码的结果</translation>
    </message>
    <message>
        <source>{letter} in a − b + c: the mean code of a class, the picked example, or the marker&apos;s place</source>
        <translation>a − b + c 中的 {letter}：某个类别的平均编码、选中的样本或标记的位置</translation>
    </message>
</context>
<context>
    <name>ArticlePage</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Recipe of the article</source>
        <translation>文章的配方</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>The article is being worked through.</source>
        <translation>正在逐章运行文章。</translation>
    </message>
    <message>
        <source>The report is written: {name}</source>
        <translation>报告已写好：{name}</translation>
    </message>
</context>
<context>
    <name>AtlasPage</name>
    <message>
        <source>Epoch {epoch} · each map switched on alone · double-click to paint on it</source>
        <translation>第 {epoch} 轮 · 每张特征图单独打开 · 双击可在其上绘制</translation>
    </message>
    <message>
        <source>Epoch {epoch} · each unit from mean − 2σ to mean + 2σ · double-click to change it</source>
        <translation>第 {epoch} 轮 · 每个单元从均值 − 2σ 到均值 + 2σ · 双击可更改</translation>
    </message>
    <message>
        <source>The units after these</source>
        <translation>后面的单元</translation>
    </message>
    <message>
        <source>The units before these</source>
        <translation>前面的单元</translation>
    </message>
    <message>
        <source>What each unit draws</source>
        <translation>每个单元画出什么</translation>
    </message>
    <message>
        <source>{first}–{last} of {total}</source>
        <translation>第 {first}–{last} 个，共 {total} 个</translation>
    </message>
</context>
<context>
    <name>AxisForm</name>
    <message>
        <source>A list of values, or a range: in even steps (1, 2, 3) or in even ratios (1, 10, 100). Samplers take the whole range.</source>
        <translation>取值列表，或一个范围：等差（1, 2, 3）或等比（1, 10, 100）。采样器使用整个范围。</translation>
    </message>
    <message>
        <source>Even ratios</source>
        <translation>等比</translation>
    </message>
    <message>
        <source>Even steps</source>
        <translation>等差</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二个</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>These values</source>
        <translation>这些取值</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
</context>
<context>
    <name>BetweenPage</name>
    <message>
        <source>Arc</source>
        <translation>圆弧</translation>
    </message>
    <message>
        <source>Between two images: what lies on the way, straight and along the arc around the origin</source>
        <translation>之间：两张图像之间的路途，沿直线和绕原点的圆弧</translation>
    </message>
    <message>
        <source>Click two points.</source>
        <translation>请单击两个点。</translation>
    </message>
    <message>
        <source>How many images are decoded from A to B, both included</source>
        <translation>从 A 到 B 解码多少张图像，含两端</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images on the way</source>
        <translation>途中的图像</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>The next picked example becomes {letter}</source>
        <translation>下一个选中的样本成为 {letter}</translation>
    </message>
</context>
<context>
    <name>CanvasFiles</name>
    <message>
        <source>Drawing</source>
        <translation>绘图</translation>
    </message>
    <message>
        <source>Images ({patterns});;All files (*)</source>
        <translation>图像 ({patterns});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Load image</source>
        <translation>载入图像</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 图像 (*.png)</translation>
    </message>
    <message>
        <source>Save drawing</source>
        <translation>保存绘图</translation>
    </message>
    <message>
        <source>Save drawing and result</source>
        <translation>保存绘图和结果</translation>
    </message>
    <message>
        <source>The canvas takes one picture at a time. Left out: {names}</source>
        <translation>画布一次只接受一张图片。未打开：{names}</translation>
    </message>
</context>
<context>
    <name>CanvasPanel</name>
    <message>
        <source>&amp;Copy drawing</source>
        <translation>复制绘图(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Load image…</source>
        <translation>载入图像(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Paste image</source>
        <translation>粘贴图像(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save drawing…</source>
        <translation>保存绘图(&amp;S)…</translation>
    </message>
    <message>
        <source>Arrow keys move the brush, with Shift they draw.</source>
        <translation>方向键移动画笔，按住 Shift 则绘制。</translation>
    </message>
    <message>
        <source>C&amp;entre and scale like the data</source>
        <translation>像数据那样居中并缩放(&amp;E)</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Draw a curve from left to right</source>
        <translation>从左到右画一条曲线</translation>
    </message>
    <message>
        <source>Draw a spectrum: high tones are at the top</source>
        <translation>画一段频谱：高音在上方</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>在这里画</translation>
    </message>
    <message>
        <source>Draw other &amp;noise</source>
        <translation>换一份噪声(&amp;N)</translation>
    </message>
    <message>
        <source>Save drawing and &amp;result…</source>
        <translation>保存绘图和结果(&amp;R)…</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>Take example</source>
        <translation>采用样本</translation>
    </message>
    <message>
        <source>Take image</source>
        <translation>采用图像</translation>
    </message>
</context>
<context>
    <name>CanvasResults</name>
    <message>
        <source>BCE</source>
        <translation>BCE</translation>
    </message>
    <message>
        <source>Code of the drawing</source>
        <translation>绘图的编码</translation>
    </message>
    <message>
        <source>Code: {count} numbers</source>
        <translation>编码：{count} 个数</translation>
    </message>
    <message>
        <source>Code: {count} numbers ({dims})</source>
        <translation>编码：{count} 个数 ({dims})</translation>
    </message>
    <message>
        <source>Code: {numbers}</source>
        <translation>编码：{numbers}</translation>
    </message>
    <message>
        <source>Denoised</source>
        <translation>去噪结果</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>How far the output is from the clean drawing. BCE: binary cross-entropy per pixel; MSE: mean squared error, both small
when alike. PSNR: peak signal-to-noise ratio in decibels, large when alike.</source>
        <translation>输出与干净绘图的差距。BCE：每像素的二元交叉熵；MSE：均方误差，二者越相像越小。
PSNR：以分贝计的峰值信噪比，越相像越大。</translation>
    </message>
    <message>
        <source>How far the output is off, bright where it is</source>
        <translation>输出偏离多少，越亮偏离越大</translation>
    </message>
    <message>
        <source>How the errors of the test examples are spread, small ones left; the line is the drawing.
An autoencoder is data-specific: what is unlike its data it can&apos;t pass on.</source>
        <translation>测试样本误差的分布，小的在左；竖线是绘图。
自编码器只懂自己的数据：不像其数据的东西无法通过。</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>Measuring the test examples…</source>
        <translation>正在测量测试样本…</translation>
    </message>
    <message>
        <source>Model sees</source>
        <translation>模型看到</translation>
    </message>
    <message>
        <source>Noisy {amount}</source>
        <translation>含噪 {amount}</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>The code: the few numbers through which the model passes the drawing</source>
        <translation>编码：模型让绘图通过的那几个数</translation>
    </message>
    <message>
        <source>The drawing as the model sees it, framed like the data</source>
        <translation>模型看到的绘图，取景方式与数据相同</translation>
    </message>
    <message>
        <source>The drawing&apos;s error among those of the test examples</source>
        <translation>绘图的误差在测试样本误差中的位置</translation>
    </message>
    <message>
        <source>The same with noise, which is what goes in</source>
        <translation>加了噪声的同一张图，即输入</translation>
    </message>
    <message>
        <source>What the decoder makes of the code</source>
        <translation>解码器由编码得到的结果</translation>
    </message>
    <message>
        <source>What the decoder makes of the code, over the drawing</source>
        <translation>解码器由编码得到的结果，叠在绘图上</translation>
    </message>
    <message>
        <source>What the model sees, and what it makes of it</source>
        <translation>模型看到的，以及它的输出</translation>
    </message>
    <message>
        <source>test images</source>
        <translation>测试图像</translation>
    </message>
    <message>
        <source>test sequences</source>
        <translation>测试序列</translation>
    </message>
    <message>
        <source>{percent} % of the {what} are easier</source>
        <translation>{percent} % 的{what}比它容易</translation>
    </message>
    <message>
        <source>{text}  ·  PSNR {psnr} dB</source>
        <translation>{text}  ·  PSNR {psnr} dB</translation>
    </message>
</context>
<context>
    <name>ChapterView</name>
    <message>
        <source>Its claims, put to the test</source>
        <translation>检验本章的论断</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Run this chapter</source>
        <translation>运行本章</translation>
    </message>
    <message>
        <source>Train its models and run its experiments; what is there already is taken as it is</source>
        <translation>训练本章的模型并运行其实验；已有的结果直接采用</translation>
    </message>
    <message>
        <source>{done} of {total} run</source>
        <translation>已运行 {done}/{total}</translation>
    </message>
</context>
<context>
    <name>ClassChip</name>
    <message>
        <source>All other classes</source>
        <translation>其余所有类别</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>Show or hide the points of all other classes; a double click shows them alone, or all again</source>
        <translation>显示或隐藏其余所有类别的点；双击只显示它们，或重新显示全部</translation>
    </message>
    <message>
        <source>Show or hide the points of class {name}; a double click shows it alone, or all again</source>
        <translation>显示或隐藏类别 {name} 的点；双击只显示它，或重新显示全部</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
</context>
<context>
    <name>CleanerTraining</name>
    <message>
        <source>Epoch {epoch} of {epochs}, {left} left</source>
        <translation>第 {epoch} 轮，共 {epochs} 轮，还剩 {left}</translation>
    </message>
    <message>
        <source>Loading the data…</source>
        <translation>正在加载数据…</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>&amp;Don&apos;t close</source>
        <translation>不关闭(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>停止并关闭(&amp;S)</translation>
    </message>
    <message>
        <source>A training is running.</source>
        <translation>训练正在进行。</translation>
    </message>
    <message>
        <source>Close AE Workbench</source>
        <translation>关闭 AE Workbench</translation>
    </message>
    <message>
        <source>Nothing half written is left; the file has to be asked for again.</source>
        <translation>不会留下写了一半的内容；之后需要重新导出该文件。</translation>
    </message>
    <message>
        <source>What is done is kept, and can be gone on with later.</source>
        <translation>已完成的部分都会保留，以后可以继续。</translation>
    </message>
    <message>
        <source>{work} Stop it and close?</source>
        <translation>{work}要停止并关闭吗？</translation>
    </message>
    <message>
        <source>Every finished epoch is kept, and the run can be gone on with later.</source>
        <translation>每个完成的轮次都已保存，以后可以继续这个运行。</translation>
    </message>
</context>
<context>
    <name>CodeSliders</name>
    <message>
        <source>axis</source>
        <translation>轴</translation>
    </message>
</context>
<context>
    <name>CodesViewer</name>
    <message>
        <source>&amp;One image</source>
        <translation>单张图像(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Units</source>
        <translation>单元(&amp;U)</translation>
    </message>
    <message>
        <source>All &amp;codes</source>
        <translation>所有编码(&amp;C)</translation>
    </message>
    <message>
        <source>By KL</source>
        <translation>按 KL</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>By variance</source>
        <translation>按方差</translation>
    </message>
    <message>
        <source>Choose data that have test examples: their codes are shown here.</source>
        <translation>请选择带有测试样本的数据：这里显示它们的编码。</translation>
    </message>
    <message>
        <source>Codes appear here as soon as data and a trained model are there.</source>
        <translation>有了数据和训练过的模型，编码就会出现在这里。</translation>
    </message>
    <message>
        <source>No codes yet</source>
        <translation>还没有编码</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>No test examples</source>
        <translation>没有测试样本</translation>
    </message>
    <message>
        <source>Order of the units</source>
        <translation>单元的顺序</translation>
    </message>
    <message>
        <source>Press Start: what the model makes of each image on the way appears here.</source>
        <translation>按“开始”：模型对每张图像的中间结果会出现在这里。</translation>
    </message>
    <message>
        <source>The code of the picked image, to be changed by hand</source>
        <translation>选中图像的编码，可手动更改</translation>
    </message>
    <message>
        <source>The codes of all test images at a glance</source>
        <translation>一览所有测试图像的编码</translation>
    </message>
    <message>
        <source>The shown run was trained on data of another shape ({shape}): choose its data in the designer.</source>
        <translation>所示运行是用另一种形状的数据（{shape}）训练的：请在设计器中选择它的数据。</translation>
    </message>
    <message>
        <source>These data don&apos;t fit the run</source>
        <translation>这些数据不适合此运行</translation>
    </message>
    <message>
        <source>Unit at&amp;las</source>
        <translation>单元图集(&amp;L)</translation>
    </message>
    <message>
        <source>Units by their number, or those first that differ most from image to image</source>
        <translation>按编号排列，或把各图像间差异最大的单元排在前面</translation>
    </message>
    <message>
        <source>What each unit of the code draws</source>
        <translation>编码的每个单元画出什么</translation>
    </message>
</context>
<context>
    <name>ColourMapMenu</name>
    <message>
        <source>Colour &amp;map</source>
        <translation>颜色映射(&amp;M)</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>The canvas takes curves, since the data are sequences: choose images in the designer first.</source>
        <translation>数据是序列，画布现在接受曲线：请先在设计器中选择图像。</translation>
    </message>
    <message>
        <source>Type size {percent} %</source>
        <translation>字号 {percent} %</translation>
    </message>
</context>
<context>
    <name>ComparedCurves</name>
    <message>
        <source>Curves of the compared runs</source>
        <translation>所比较运行的曲线</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
</context>
<context>
    <name>ComparedRows</name>
    <message>
        <source>  ·  lowest</source>
        <translation>  ·  最低</translation>
    </message>
    <message>
        <source>Takes {shape}</source>
        <translation>接受 {shape}</translation>
    </message>
    <message>
        <source>The drawing through the compared runs</source>
        <translation>绘图通过所比较的各个运行</translation>
    </message>
    <message>
        <source>Through the compared runs</source>
        <translation>通过所比较的运行</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>Back to the list of runs (Esc)</source>
        <translation>返回运行列表 (Esc)</translation>
    </message>
    <message>
        <source>Copy the numbers, to paste them into a spreadsheet</source>
        <translation>复制这些数值，以便粘贴到电子表格</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Errors and codes over the first {count} test examples of {name}; a denoising model sees its own noise.</source>
        <translation>误差和编码取自 {name} 的前 {count} 个测试样本；去噪模型看到的是带自身噪声的样本。</translation>
    </message>
    <message>
        <source>Errors and codes over {count} test examples of {name}; a denoising model sees them with its own noise.</source>
        <translation>{name} 的 {count} 个测试样本上的误差和编码；去噪模型看到的是带有其自身噪声的样本。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Metric of the curves</source>
        <translation>曲线的指标</translation>
    </message>
    <message>
        <source>None of these runs takes {name} ({shape}): choose data in the designer that they were trained on.</source>
        <translation>这些运行都不接受 {name}（{shape}）：请在设计器中选择它们训练时用的数据。</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>运行(&amp;U)</translation>
    </message>
    <message>
        <source>Runs on data of another shape stay empty.</source>
        <translation>用其他形状数据的运行留空。</translation>
    </message>
    <message>
        <source>Save the numbers as a CSV file…</source>
        <translation>把这些数值存为 CSV 文件…</translation>
    </message>
    <message>
        <source>Show values on a logarithmic axis, where late, small improvements can be seen.</source>
        <translation>用对数轴显示数值，便于看清后期的细小改进。</translation>
    </message>
    <message>
        <source>Test example {index}</source>
        <translation>测试样本 {index}</translation>
    </message>
    <message>
        <source>The numbers are on the clipboard</source>
        <translation>数值已放到剪贴板</translation>
    </message>
    <message>
        <source>The same test examples through all runs</source>
        <translation>同样的测试样本通过所有运行</translation>
    </message>
    <message>
        <source>The test examples appear here as soon as the data are loaded.</source>
        <translation>数据加载后，测试样本就会出现在这里。</translation>
    </message>
    <message>
        <source>Waiting for the models…</source>
        <translation>正在等待模型…</translation>
    </message>
    <message>
        <source>Which metric the curves show: training faint, validation strong</source>
        <translation>曲线显示哪个指标：训练为淡色，验证为深色</translation>
    </message>
    <message>
        <source>{count} runs compared</source>
        <translation>比较 {count} 个运行</translation>
    </message>
</context>
<context>
    <name>ComputerForm</name>
    <message>
        <source>A trial whose process takes more memory than this is ended; TensorFlow alone takes half a GB</source>
        <translation>进程占用内存超过此值的试验会被结束；仅 TensorFlow 就占用半个 GB</translation>
    </message>
    <message>
        <source>Address of a Ray cluster that trains instead of this computer, such as ray://host:10001; every node needs this program</source>
        <translation>代替本机训练的 Ray 集群的地址，例如 ray://host:10001；每个节点都需要本程序</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Cores each</source>
        <translation>各用核心</translation>
    </message>
    <message>
        <source>For a cluster install the package ray: pip install &apos;ae-workbench[cluster]&apos;</source>
        <translation>要使用集群，请安装 ray 包：pip install &apos;ae-workbench[cluster]&apos;</translation>
    </message>
    <message>
        <source>How many trials are trained at once, each in a process of its own</source>
        <translation>同时训练多少次试验，每次都在自己的进程中</translation>
    </message>
    <message>
        <source>Memory each</source>
        <translation>各用内存</translation>
    </message>
    <message>
        <source>With how many cores each of them computes</source>
        <translation>每个进程用多少个核心计算</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>工作进程</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>{cores} cores in all; workers give way to the window.</source>
        <translation>共 {cores} 个核心；工作进程会为窗口让路。</translation>
    </message>
</context>
<context>
    <name>ContentsList</name>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quick</source>
        <translation>快速(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>End it for now; what is done stays, and the rest goes on from there</source>
        <translation>暂且结束；已完成的保留，其余的以后从这里继续</translation>
    </message>
    <message>
        <source>Ended; these failed: {names}</source>
        <translation>已结束；以下失败：{names}</translation>
    </message>
    <message>
        <source>Everything that was asked for is there.</source>
        <translation>所要的结果都已齐备。</translation>
    </message>
    <message>
        <source>F&amp;ull</source>
        <translation>完整(&amp;U)</translation>
    </message>
    <message>
        <source>Going on…</source>
        <translation>正在继续…</translation>
    </message>
    <message>
        <source>Hold where it is, or go on</source>
        <translation>暂停在当前位置，或继续</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Progress of everything</source>
        <translation>总进度</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>报告(&amp;R)</translation>
    </message>
    <message>
        <source>All images and epochs, as in the article: one to two hours on MNIST, less on the built-in digits.</source>
        <translation>全部图像和轮次，与文章相同：在 MNIST 上约需一到两小时，在内置数字上更短。</translation>
    </message>
    <message>
        <source>As a &amp;document (PDF)…</source>
        <translation>存为文档 (PDF)(&amp;D)…</translation>
    </message>
    <message>
        <source>As a &amp;page (HTML)…</source>
        <translation>存为网页 (HTML)(&amp;P)…</translation>
    </message>
    <message>
        <source>Export a report of everything that was found, with every number, figure, setting and version</source>
        <translation>导出包含所有结果的报告，含每个数值、图、设置和版本</translation>
    </message>
    <message>
        <source>Few images and epochs: some ten minutes for everything, to see what happens. Its numbers can&apos;t be compared.</source>
        <translation>少量图像和轮次：全部约需十分钟，看看会发生什么。其数值不能用来比较。</translation>
    </message>
    <message>
        <source>Resu&amp;me</source>
        <translation>继续(&amp;M)</translation>
    </message>
    <message>
        <source>Run &amp;all</source>
        <translation>全部运行(&amp;A)</translation>
    </message>
    <message>
        <source>Run everything a&amp;new</source>
        <translation>全部重新运行(&amp;N)</translation>
    </message>
    <message>
        <source>Run everything anew</source>
        <translation>全部重新运行</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Stopped. What is done is kept; run again to go on.</source>
        <translation>已停止。已完成的已保留；再次运行即可继续。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Work through everything; what is there already is taken as it is</source>
        <translation>依次运行一切；已有的结果直接采用</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>第 {number} 项，共 {total} 项</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
</context>
<context>
    <name>CopyHead</name>
    <message>
        <source>Copy the table {title}</source>
        <translation>复制表格：{title}</translation>
    </message>
    <message>
        <source>Copy the table, as a spreadsheet takes it (Ctrl+C in it copies what is selected)</source>
        <translation>复制表格，可粘贴到电子表格（在表格中按 Ctrl+C 复制所选部分）</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Curves of the metrics over epochs</source>
        <translation>各指标随轮次变化的曲线</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>No curves yet</source>
        <translation>还没有曲线</translation>
    </message>
    <message>
        <source>Press Start: after each epoch a point is added for training and validation.</source>
        <translation>按“开始”：每轮之后为训练和验证各添一个点。</translation>
    </message>
    <message>
        <source>Show values on a logarithmic axis, where late, small improvements can be seen.</source>
        <translation>用对数轴显示数值，便于看清后期的细小改进。</translation>
    </message>
    <message>
        <source>per epoch</source>
        <translation>每轮</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
</context>
<context>
    <name>CurvesViewer</name>
    <message>
        <source>Best is the epoch with the lowest validation loss (dashed line). A click on a curve shows that epoch everywhere.</source>
        <translation>最佳是验证损失最低的轮次（虚线）。单击曲线可在各处显示该轮次。</translation>
    </message>
    <message>
        <source>Curves of all metrics</source>
        <translation>所有指标的曲线</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Logarithmic axes, where late, small improvements can be seen</source>
        <translation>对数轴，便于看清后期的细小改进</translation>
    </message>
    <message>
        <source>No curves yet</source>
        <translation>还没有曲线</translation>
    </message>
    <message>
        <source>No epoch yet</source>
        <translation>还没有轮次</translation>
    </message>
    <message>
        <source>Press Start: after each epoch a point is added for training and validation.</source>
        <translation>按“开始”：每轮之后为训练和验证各添一个点。</translation>
    </message>
    <message>
        <source>Show the training&apos;s values (faint)</source>
        <translation>显示训练数值（淡色）</translation>
    </message>
    <message>
        <source>Show the values on test examples (strong)</source>
        <translation>显示测试样本上的数值（深色）</translation>
    </message>
    <message>
        <source>The first point of each curve comes when the first epoch is trained.</source>
        <translation>第一轮训练完，每条曲线就有了第一个点。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>best {epoch}</source>
        <translation>最佳 {epoch}</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
</context>
<context>
    <name>DataBox</name>
    <message>
        <source>Data of the article</source>
        <translation>文章的数据</translation>
    </message>
    <message>
        <source>The images to work on. Only MNIST compares with the article; the built-in digits are quick.</source>
        <translation>所用的图像。只有 MNIST 能与文章比较；内置数字则很快。</translation>
    </message>
</context>
<context>
    <name>DataFlow</name>
    <message>
        <source>Loading the data…</source>
        <translation>正在加载数据…</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Data set</source>
        <translation>数据集(&amp;D)</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>浏览%1</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Without a folder</source>
        <translation>不用文件夹</translation>
    </message>
    <message>
        <source>Without a folder: the program makes the examples</source>
        <translation>不用文件夹：由程序生成样本</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>made by the program</source>
        <translation>由程序生成</translation>
    </message>
    <message>
        <source>nothing chosen yet</source>
        <translation>尚未选择</translation>
    </message>
</context>
<context>
    <name>DeleteRuns</name>
    <message>
        <source>A run that is training can&apos;t be deleted: stop it first.</source>
        <translation>正在训练的运行不能删除：请先停止它。</translation>
    </message>
</context>
<context>
    <name>DenoisingViewer</name>
    <message>
        <source>Epoch {epoch} · {image}</source>
        <translation>第 {epoch} 轮 · {image}</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>Noise is shown on images</source>
        <translation>噪声显示在图像上</translation>
    </message>
    <message>
        <source>Press Start: what the model makes of the noisy images appears below them.</source>
        <translation>按“开始”：模型对含噪图像的结果会出现在它们下方。</translation>
    </message>
    <message>
        <source>Test image {index}</source>
        <translation>测试图像 {index}</translation>
    </message>
    <message>
        <source>The test images appear here as soon as the data are loaded.</source>
        <translation>数据加载后，测试图像就会出现在这里。</translation>
    </message>
    <message>
        <source>These data are sequences. Choose images in the designer, such as the digits.</source>
        <translation>这些数据是序列。请在设计器中选择图像，例如手写数字。</translation>
    </message>
</context>
<context>
    <name>DesignerPanel</name>
    <message>
        <source>As published</source>
        <translation>按文章</translation>
    </message>
    <message>
        <source>Autoencoder</source>
        <translation>自编码器</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Modern</source>
        <translation>现代</translation>
    </message>
    <message>
        <source>Number of examples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>P&amp;reset</source>
        <translation>预设(&amp;R)</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>预设：%1</translation>
    </message>
    <message>
        <source>S&amp;weep…</source>
        <translation>扫描(&amp;W)…</translation>
    </message>
    <message>
        <source>Settings that are known to work: modern ones that learn fast, and those of the article.</source>
        <translation>已知有效的设置：学得快的现代设置，以及文章中的设置。</translation>
    </message>
    <message>
        <source>Train this recipe again and again with one or two of its parameters varied over a range</source>
        <translation>一次又一次地训练此配方，每次在一个范围内改变其中一两个参数</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Variant: %1</source>
        <translation>类型：%1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>A page made by the program</source>
        <translation>由程序生成的页面</translation>
    </message>
    <message>
        <source>A sound made by the program</source>
        <translation>由程序生成的声音</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
</context>
<context>
    <name>DiagnosisFlow</name>
    <message>
        <source>&amp;Start training</source>
        <translation>开始训练(&amp;S)</translation>
    </message>
    <message>
        <source>Can&apos;t be judged</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Now in the designer: {settings}. Ctrl+Z takes it back.</source>
        <translation>设计器中现为：{settings}。Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>Stop, and start anew</source>
        <translation>停止并重新开始</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Arrays and tables (*.npz *.npy *.csv *.tsv *.idx *.gz *-ubyte);;All files (*)</source>
        <translation>数组和表格 (*.npz *.npy *.csv *.tsv *.idx *.gz *-ubyte);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Nothing opened or saved yet</source>
        <translation>还没有打开或保存过任何内容</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>打开图像文件夹</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>打开数据</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <source>Open run {name}</source>
        <translation>打开运行 {name}</translation>
    </message>
    <message>
        <source>Opened the run {name}</source>
        <translation>已打开运行 {name}</translation>
    </message>
    <message>
        <source>Opened {name}</source>
        <translation>已打开 {name}</translation>
    </message>
    <message>
        <source>Opened {name}; it is among your runs</source>
        <translation>已打开 {name}；它已在您的运行之中</translation>
    </message>
    <message>
        <source>Recent &amp;files</source>
        <translation>最近的文件(&amp;F)</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>配方 (*.json)</translation>
    </message>
    <message>
        <source>Recipes and shared runs (*.json *.aew);;Recipes (*.json);;Shared runs (*.aew)</source>
        <translation>配方和分享的运行 (*.json *.aew);;配方 (*.json);;分享的运行 (*.aew)</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已保存 {name}</translation>
    </message>
    <message>
        <source>There is no run in {folder}: a run is a folder with recipe.json, run.json and weights.</source>
        <translation>{folder} 中没有运行：运行是含有 recipe.json、run.json 和权重的文件夹。</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>A cleaner is being trained.</source>
        <translation>正在训练清理模型。</translation>
    </message>
    <message>
        <source>A training is running in the workbench: wait for its end, or stop it there.</source>
        <translation>工作台中正在训练：请等它结束，或在那里停止它。</translation>
    </message>
    <message>
        <source>Drag the handle, or press ← and →. The wheel, + and − zoom; a zoomed picture can be dragged; 0 shows all.</source>
        <translation>拖动手柄，或按 ← 和 →。滚轮、+ 和 − 缩放；放大后的图可以拖动；0 显示全部。</translation>
    </message>
    <message>
        <source>Noisy at the left of the handle, cleaned at its right</source>
        <translation>手柄左边是含噪的，右边是清理后的</translation>
    </message>
    <message>
        <source>Open in the workbench</source>
        <translation>在工作台中打开</translation>
    </message>
    <message>
        <source>The cleaner is trained; it is among your runs.</source>
        <translation>清理模型已训练好，就在您的运行之中。</translation>
    </message>
    <message>
        <source>The waveform before and after</source>
        <translation>清理前后的波形</translation>
    </message>
</context>
<context>
    <name>DragButton</name>
    <message>
        <source>Drag the result into another program or a folder</source>
        <translation>把结果拖到其他程序或文件夹中</translation>
    </message>
    <message>
        <source>Drag the result out</source>
        <translation>拖出结果</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>Only shared runs (.aew) can be opened several at once. Left out: {names}</source>
        <translation>只有分享的运行 (.aew) 可以一次打开多个。未打开：{names}</translation>
    </message>
</context>
<context>
    <name>EditPage</name>
    <message>
        <source>&amp;Paint with</source>
        <translation>绘制数值(&amp;P)</translation>
    </message>
    <message>
        <source>Back to the code of the image (Escape)</source>
        <translation>恢复为图像的编码 (Escape)</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Make the change again (Ctrl+Y)</source>
        <translation>重做更改 (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Map {map} · row {row}, column {column}</source>
        <translation>特征图 {map} · 第 {row} 行，第 {column} 列</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Take back the last change of the code (Ctrl+Z)</source>
        <translation>撤销对编码的上一次更改 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Test example {index}, epoch {epoch} · drag a bar to change the code</source>
        <translation>测试样本 {index}，第 {epoch} 轮 · 拖动条形可更改编码</translation>
    </message>
    <message>
        <source>Test example {index}, epoch {epoch} · paint on a map to change the code</source>
        <translation>测试样本 {index}，第 {epoch} 轮 · 在特征图上绘制可更改编码</translation>
    </message>
    <message>
        <source>The code as bars</source>
        <translation>以条形显示的编码</translation>
    </message>
    <message>
        <source>The code as maps</source>
        <translation>以特征图显示的编码</translation>
    </message>
    <message>
        <source>The image, its reconstruction and what the changed code decodes to</source>
        <translation>图像、它的重构，以及更改后的编码解码的结果</translation>
    </message>
    <message>
        <source>The value that units of a map get where you drag over them; at the left end it erases</source>
        <translation>拖过特征图的单元时它们得到的数值；最左端为擦除</translation>
    </message>
    <message>
        <source>Unit {unit}</source>
        <translation>单元 {unit}</translation>
    </message>
    <message>
        <source>Value to paint with</source>
        <translation>用于绘制的数值</translation>
    </message>
    <message>
        <source>bar: this example · band: usual range · ◆ drawing</source>
        <translation>条：此样本 · 带：通常范围 · ◆ 手绘</translation>
    </message>
    <message>
        <source>was {value}</source>
        <translation>原为 {value}</translation>
    </message>
</context>
<context>
    <name>EngineStart</name>
    <message>
        <source>Loading TensorFlow…</source>
        <translation>正在加载 TensorFlow…</translation>
    </message>
    <message>
        <source>Ready · {device}</source>
        <translation>就绪 · {device}</translation>
    </message>
    <message>
        <source>TensorFlow can&apos;t be loaded, so nothing can be trained: {error}</source>
        <translation>无法加载 TensorFlow，因此无法训练：{error}</translation>
    </message>
    <message>
        <source>TensorFlow is loaded soon</source>
        <translation>即将加载 TensorFlow</translation>
    </message>
    <message>
        <source>TensorFlow is not there</source>
        <translation>没有 TensorFlow</translation>
    </message>
</context>
<context>
    <name>Enlarged</name>
    <message>
        <source>Enlarged picture; Esc puts it back</source>
        <translation>放大的图；按 Esc 收起</translation>
    </message>
</context>
<context>
    <name>EpochBar</name>
    <message>
        <source>Before any training</source>
        <translation>未经训练</translation>
    </message>
    <message>
        <source>Epoch shown</source>
        <translation>显示的轮次</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
    <message>
        <source>How many epochs are played per second</source>
        <translation>每秒播放多少轮</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Live: always the newest epoch</source>
        <translation>实时：总是最新的轮次</translation>
    </message>
    <message>
        <source>Live: follows the training</source>
        <translation>实时：跟随训练</translation>
    </message>
    <message>
        <source>Lowest validation loss so far</source>
        <translation>迄今验证损失最低</translation>
    </message>
    <message>
        <source>Play through the epochs</source>
        <translation>播放各轮次</translation>
    </message>
    <message>
        <source>Play: watch the model learn, epoch by epoch (F9)</source>
        <translation>播放：逐轮观看模型学习 (F9)</translation>
    </message>
    <message>
        <source>Show the newest epoch, and each new one as soon as it is trained (End)</source>
        <translation>显示最新的轮次，并在每轮训练完后立即更新 (End)</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>Stop here (F9)</source>
        <translation>停在这里 (F9)</translation>
    </message>
    <message>
        <source>{speed} / s</source>
        <translation>{speed} / 秒</translation>
    </message>
</context>
<context>
    <name>ExperimentCard</name>
    <message>
        <source>Put this claim to the test: models are trained once, and kept for other experiments</source>
        <translation>检验这一论断：模型只训练一次，并留给其他实验使用</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose folder and name</source>
        <translation>选择文件夹和名称</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Folder to make it in</source>
        <translation>在哪个文件夹中创建</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Type a name for the file.</source>
        <translation>请输入文件名。</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>导出什么</translation>
    </message>
    <message>
        <source>Where to write it: a name in the folder used last, or a whole path</source>
        <translation>写到哪里：上次所用文件夹中的名称，或完整路径</translation>
    </message>
    <message>
        <source>in {folder}</source>
        <translation>在 {folder} 中</translation>
    </message>
    <message>
        <source>{names} and {last} are there already and will be replaced.</source>
        <translation>{names} 和 {last} 已经存在，将被替换。</translation>
    </message>
    <message>
        <source>{name} is there already and will be replaced.</source>
        <translation>{name} 已经存在，将被替换。</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>An export is being written.</source>
        <translation>正在写入导出。</translation>
    </message>
    <message>
        <source>Exported {name}</source>
        <translation>已导出 {name}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>There is no run to export yet: press Start, or open a run.</source>
        <translation>还没有可导出的运行：请按“开始”，或打开一个运行。</translation>
    </message>
    <message>
        <source>Write the shown run as a figure, as data, as a model or as code</source>
        <translation>把所示运行写成图、数据、模型或代码</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>&amp;Background</source>
        <translation>背景(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Epoch</source>
        <translation>轮次(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>布局(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Noise</source>
        <translation>噪声(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>部分(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Title above the figure</source>
        <translation>图上方的标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Which</source>
        <translation>哪些(&amp;W)</translation>
    </message>
    <message>
        <source>300 is usual in print; counts for PNG</source>
        <translation>印刷通常用 300；对 PNG 有效</translation>
    </message>
    <message>
        <source>All examples</source>
        <translation>全部样本</translation>
    </message>
    <message>
        <source>Amount of noise</source>
        <translation>噪声强度</translation>
    </message>
    <message>
        <source>Colour map of grey images; colour images keep their own</source>
        <translation>灰度图像的颜色映射；彩色图像保留本色</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Do&amp;ts per inch</source>
        <translation>每英寸点数(&amp;T)</translation>
    </message>
    <message>
        <source>Fro&amp;m</source>
        <translation>来自(&amp;M)</translation>
    </message>
    <message>
        <source>How codes of more than two numbers are laid on a plane</source>
        <translation>多于两个数的编码如何铺到平面上</translation>
    </message>
    <message>
        <source>How many there are in the figure</source>
        <translation>图中有多少个</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件种类</translation>
    </message>
    <message>
        <source>Kind of noise</source>
        <translation>噪声种类</translation>
    </message>
    <message>
        <source>Name of the run, epoch and data; leave it out where a caption says so</source>
        <translation>运行名称、轮次和数据；若有图注说明，可以不要</translation>
    </message>
    <message>
        <source>Noise that is put on the images before the model takes it off</source>
        <translation>在模型去噪之前加到图像上的噪声</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>None, light ink</source>
        <translation>无，浅色墨</translation>
    </message>
    <message>
        <source>One of each class in turn</source>
        <translation>每个类别轮流取一个</translation>
    </message>
    <message>
        <source>Principal components</source>
        <translation>主成分</translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <source>The run&apos;s own: {name}</source>
        <translation>运行自己的：{name}</translation>
    </message>
    <message>
        <source>The stored epoch whose weights count; at first the one that is shown</source>
        <translation>采用哪个已存轮次的权重；起初为所示的轮次</translation>
    </message>
    <message>
        <source>The {count} that the viewer shows</source>
        <translation>视图中显示的 {count} 个</translation>
    </message>
    <message>
        <source>Those in the window: {name}</source>
        <translation>窗口中的：{name}</translation>
    </message>
    <message>
        <source>Those that judged the training, those it learned from, or both</source>
        <translation>用来评判训练的样本、用来学习的样本，或两者</translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <source>Which examples are shown</source>
        <translation>显示哪些样本</translation>
    </message>
    <message>
        <source>Which half of the autoencoder, or both</source>
        <translation>自编码器的哪一半，或两者</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>White for paper, dark for slides, none for any other</source>
        <translation>白色用于纸张，深色用于幻灯片，无则用于其他</translation>
    </message>
    <message>
        <source>Whose examples go through the model</source>
        <translation>让谁的样本通过模型</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>Something went wrong</source>
        <translation>出了问题</translation>
    </message>
    <message>
        <source>The program goes on, but what you just did may not be done. Details are in {path}.</source>
        <translation>程序会继续，但您刚才的操作可能没有完成。详情见 {path}。</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>&amp;Vary this in a sweep…</source>
        <translation>在扫描中改变它(&amp;V)…</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Film strip</source>
        <translation>胶片</translation>
    </message>
    <message>
        <source>Play the film strip: the marker goes along</source>
        <translation>播放胶片：标记随之移动</translation>
    </message>
    <message>
        <source>Put the film strip away</source>
        <translation>收起胶片</translation>
    </message>
</context>
<context>
    <name>FiltersViewer</name>
    <message>
        <source>As they stand in the model, or those with the largest weights first</source>
        <translation>按模型中的顺序，或权重最大的在前</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>First layer</source>
        <translation>第一层</translation>
    </message>
    <message>
        <source>Give each picture the full range of colours, so that weak weights are seen too</source>
        <translation>让每张图使用完整的颜色范围，使弱权重也能看见</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>No feature maps: the shown run needs data of the shape {shape}.</source>
        <translation>没有特征图：所示运行需要形状为 {shape} 的数据。</translation>
    </message>
    <message>
        <source>No weights yet</source>
        <translation>还没有权重</translation>
    </message>
    <message>
        <source>Order of the pictures</source>
        <translation>图片的顺序</translation>
    </message>
    <message>
        <source>Own scale</source>
        <translation>各自的色阶</translation>
    </message>
    <message>
        <source>Press Start: the weights appear here as images as soon as there is a model.</source>
        <translation>按“开始”：一有模型，权重就以图像出现在这里。</translation>
    </message>
    <message>
        <source>Strongest first</source>
        <translation>最强的在前</translation>
    </message>
    <message>
        <source>Weights or feature maps as pictures</source>
        <translation>以图片显示的权重或特征图</translation>
    </message>
    <message>
        <source>Weights: blue is negative, red is positive, and 0 is as light or dark as the window</source>
        <translation>权重：蓝色为负，红色为正，0 与窗口同样明暗</translation>
    </message>
    <message>
        <source>What each unit of the layer before the output draws</source>
        <translation>输出前一层的每个单元画出什么</translation>
    </message>
    <message>
        <source>What each unit or filter of the first layer looks for</source>
        <translation>第一层的每个单元或滤波器在找什么</translation>
    </message>
    <message>
        <source>What every layer makes of the picked test example, in order</source>
        <translation>每一层依次对选中测试样本的结果</translation>
    </message>
    <message>
        <source>{epoch} · test example {index}</source>
        <translation>{epoch} · 测试样本 {index}</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Dismiss: {title}</source>
        <translation>忽略：{title}</translation>
    </message>
    <message>
        <source>Don&apos;t show this for this run any more</source>
        <translation>对此运行不再显示</translation>
    </message>
</context>
<context>
    <name>FindingsChip</name>
    <message>
        <source>Findings</source>
        <translation>诊断结果</translation>
    </message>
    <message>
        <source>Findings: {text}</source>
        <translation>诊断结果：{text}</translation>
    </message>
</context>
<context>
    <name>FindingsPopover</name>
    <message>
        <source>Findings</source>
        <translation>诊断结果</translation>
    </message>
    <message>
        <source>No problems found.</source>
        <translation>未发现问题。</translation>
    </message>
    <message>
        <source>Show what was dismissed</source>
        <translation>显示已忽略的内容</translation>
    </message>
    <message>
        <source>Show what was dismissed ({count})</source>
        <translation>显示已忽略的内容（{count}）</translation>
    </message>
    <message>
        <source>{name} · epoch {epoch}</source>
        <translation>{name} · 第 {epoch} 轮</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>All features</source>
        <translation>所有特征</translation>
    </message>
    <message>
        <source>Class of the sequences</source>
        <translation>序列的类别</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Each row of an image is one time step: images are shown up to this row</source>
        <translation>图像的每一行是一个时间步：图像显示到这一行</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Feature {n}</source>
        <translation>特征 {n}</translation>
    </message>
    <message>
        <source>How near images come to the clean ones (PSNR in decibels, more is better) for each amount of noise</source>
        <translation>对每个噪声强度，图像与干净图像有多接近（PSNR，以分贝计，越大越好）</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images row by row, beside what the model writes</source>
        <translation>逐行显示的图像，旁边是模型写出的结果</translation>
    </message>
    <message>
        <source>PSNR against the amount of noise</source>
        <translation>PSNR 随噪声强度的变化</translation>
    </message>
    <message>
        <source>PSNR: peak signal-to-noise ratio in decibels against the clean image, more is better.
SSIM: structural similarity to the clean image, 1 is equal.</source>
        <translation>PSNR：相对于干净图像的峰值信噪比，以分贝计，越大越好。
SSIM：与干净图像的结构相似度，1 为相同。</translation>
    </message>
    <message>
        <source>Paint over</source>
        <translation>涂盖</translation>
    </message>
    <message>
        <source>Paint over the picked image and see it repaired as you paint</source>
        <translation>涂盖选中的图像，并随涂随看它被修复</translation>
    </message>
    <message>
        <source>Play the rows one after the other</source>
        <translation>逐行播放</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows of test images</source>
        <translation>成行的测试图像</translation>
    </message>
    <message>
        <source>Sequences as curves, what the model writes over them</source>
        <translation>以曲线显示的序列，上面叠着模型写出的结果</translation>
    </message>
    <message>
        <source>Show sequences of one class only</source>
        <translation>只显示一个类别的序列</translation>
    </message>
    <message>
        <source>Test images clean, noisy and with the noise taken off</source>
        <translation>测试图像：干净的、含噪的和去噪后的</translation>
    </message>
    <message>
        <source>The examples after these</source>
        <translation>后面的样本</translation>
    </message>
    <message>
        <source>The examples before these</source>
        <translation>前面的样本</translation>
    </message>
    <message>
        <source>The images after these</source>
        <translation>后面的图像</translation>
    </message>
    <message>
        <source>The images before these</source>
        <translation>前面的图像</translation>
    </message>
    <message>
        <source>Which of the numbers at each time step is drawn</source>
        <translation>绘制每个时间步的哪个数</translation>
    </message>
    <message>
        <source>row {step} of {count}</source>
        <translation>第 {step} 行，共 {count} 行</translation>
    </message>
</context>
<context>
    <name>GroupPage</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Draw around points to see their images, or set corners with Space and end with Enter.</source>
        <translation>圈住一些点来查看它们的图像，或用空格设定拐点，用 Enter 结束。</translation>
    </message>
    <message>
        <source>Group: lasso points to see their images and save who they are</source>
        <translation>分组：圈选点，查看它们的图像并保存</translation>
    </message>
    <message>
        <source>Let the group go</source>
        <translation>放开该组</translation>
    </message>
    <message>
        <source>Save ids, labels, coordinates and codes of the group as CSV or NPZ</source>
        <translation>把该组的编号、标签、坐标和编码存为 CSV 或 NPZ</translation>
    </message>
    <message>
        <source>Save the group</source>
        <translation>保存该组</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已存为 {name}。</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation>{count} 个样本</translation>
    </message>
</context>
<context>
    <name>HelpBrowser</name>
    <message>
        <source>Help page</source>
        <translation>帮助页</translation>
    </message>
    <message>
        <source>This page is not translated yet, so it is shown in English.</source>
        <translation>此页尚未翻译，因此以英文显示。</translation>
    </message>
</context>
<context>
    <name>HelpButton</name>
    <message>
        <source>Help: {about}</source>
        <translation>帮助：{about}</translation>
    </message>
    <message>
        <source>What is this? (F1)</source>
        <translation>这是什么？ (F1)</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Contents of the help</source>
        <translation>帮助目录</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Help — AE Workbench</source>
        <translation>帮助 — AE Workbench</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>没有页面含有这些词。</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Words to look for in all pages (Ctrl+F)</source>
        <translation>在所有页面中查找的词 (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>HintCard</name>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>跳过(&amp;K)</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} / {count}</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
</context>
<context>
    <name>Holding</name>
    <message>
        <source>“{name}” is open in another AE Workbench: here it can be looked at, but not trained, renamed or deleted.</source>
        <translation>“{name}”已在另一个 AE Workbench 中打开：在这里可以查看，但不能训练、重命名或删除。</translation>
    </message>
</context>
<context>
    <name>IllustrationView</name>
    <message>
        <source>Ours:</source>
        <translation>我们的：</translation>
    </message>
    <message>
        <source>Run the chapter, and our figure is drawn here.</source>
        <translation>运行本章后，我们的图将画在这里。</translation>
    </message>
</context>
<context>
    <name>LatentPlaneViewer</name>
    <message>
        <source>Arrow keys move the marker, plus and minus zoom, Home shows everything, Enter picks the nearest example. On the pages Path and Group, Space sets a corner of the line at the marker and Enter ends it.</source>
        <translation>方向键移动标记，加号和减号缩放，Home 显示全部，Enter 选取最近的样本。在“路径”和“分组”页中，空格在标记处设定线的拐点，Enter 结束。</translation>
    </message>
    <message>
        <source>Latent plane</source>
        <translation>潜平面</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>Press Start, or open a run: its codes appear here, over what each place decodes to.</source>
        <translation>按“开始”，或打开一个运行：它的编码会出现在这里，背后是各处解码的结果。</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>Add a layer (Insert)</source>
        <translation>添加一层 (Insert)</translation>
    </message>
    <message>
        <source>Enter or a digit changes the size, Insert adds a layer, Delete removes it, Alt+Up and Alt+Down move it.</source>
        <translation>Enter 或数字更改大小，Insert 添加一层，Delete 移除，Alt+Up 和 Alt+Down 移动。</translation>
    </message>
    <message>
        <source>Move the layer down (Alt+Down)</source>
        <translation>下移该层 (Alt+Down)</translation>
    </message>
    <message>
        <source>Move the layer up (Alt+Up)</source>
        <translation>上移该层 (Alt+Up)</translation>
    </message>
    <message>
        <source>Remove the layer (Delete)</source>
        <translation>移除该层 (Delete)</translation>
    </message>
</context>
<context>
    <name>Layouts</name>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>Two units</source>
        <translation>两个单元</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Click a point to see that example, what the model makes of it, and the error.</source>
        <translation>单击一个点，查看该样本、模型的输出和误差。</translation>
    </message>
    <message>
        <source>Look: drag the marker over the plane, click a point to pick that example</source>
        <translation>观察：在平面上拖动标记，单击一个点选取该样本</translation>
    </message>
    <message>
        <source>Nothing picked</source>
        <translation>未选中任何样本</translation>
    </message>
    <message>
        <source>Put the picked example on the canvas</source>
        <translation>把选中的样本放到画布上</translation>
    </message>
    <message>
        <source>The picked test example</source>
        <translation>选中的测试样本</translation>
    </message>
    <message>
        <source>What the model makes of it</source>
        <translation>模型对它的输出</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Choose data in the designer: the canvas takes their shape.</source>
        <translation>请在设计器中选择数据：画布采用它们的形状。</translation>
    </message>
    <message>
        <source>Press Start, or open a run: what the model makes of the drawing appears here while you draw.</source>
        <translation>按“开始”，或打开一个运行：您绘制时，模型对绘图的输出会出现在这里。</translation>
    </message>
    <message>
        <source>What the model makes of the drawing appears here while you draw.</source>
        <translation>您绘制时，模型对绘图的输出会出现在这里。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Toolbar</source>
        <translation>工具栏(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Closing…</source>
        <translation>正在关闭…</translation>
    </message>
    <message>
        <source>Designer</source>
        <translation>设计器</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>MapBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Give the map up and go back to the layout before</source>
        <translation>放弃此图，回到之前的布局</translation>
    </message>
    <message>
        <source>Make a t-SNE map of the codes of the epoch that is shown</source>
        <translation>用所示轮次的编码制作 t-SNE 图</translation>
    </message>
    <message>
        <source>Progress of t-SNE</source>
        <translation>t-SNE 进度</translation>
    </message>
    <message>
        <source>The map is of epoch {epoch}.</source>
        <translation>此图取自第 {epoch} 轮。</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>t-SNE arranges the codes…</source>
        <translation>t-SNE 正在排列编码…</translation>
    </message>
    <message>
        <source>t-SNE looks for neighbours…</source>
        <translation>t-SNE 正在寻找近邻…</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Take the offer</source>
        <translation>采纳建议</translation>
    </message>
    <message>
        <source>Take the other offer</source>
        <translation>采纳另一项建议</translation>
    </message>
</context>
<context>
    <name>ModelSection</name>
    <message>
        <source>Put this recipe into the designer of the workbench; that can be undone</source>
        <translation>把此配方放入工作台的设计器；可以撤销</translation>
    </message>
    <message>
        <source>Use this recipe: {name}</source>
        <translation>使用此配方：{name}</translation>
    </message>
</context>
<context>
    <name>NoiseControls</name>
    <message>
        <source>Amount of noise</source>
        <translation>噪声强度</translation>
    </message>
    <message>
        <source>Beside the model: each pixel becomes the median of the {n}×{n} around it. Needs no training.</source>
        <translation>与模型并列：每个像素变为周围 {n}×{n} 的中值。无需训练。</translation>
    </message>
    <message>
        <source>Beside the model: the image blurred, with a standard deviation of {n:g} pixel. Needs no training.</source>
        <translation>与模型并列：图像经模糊处理，标准差为 {n:g} 像素。无需训练。</translation>
    </message>
    <message>
        <source>Draw other noise of the same kind and amount</source>
        <translation>换一份种类和强度相同的噪声</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>Gaussian filter</source>
        <translation>高斯滤波</translation>
    </message>
    <message>
        <source>Gaussian: a random number is added to each pixel.
Salt and pepper: a share of the pixels turns black or white.
Masking: a share of the pixels turns black.</source>
        <translation>高斯：给每个像素加一个随机数。
椒盐：一部分像素变黑或变白。
遮蔽：一部分像素变黑。</translation>
    </message>
    <message>
        <source>Kind of noise</source>
        <translation>噪声种类</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中值</translation>
    </message>
    <message>
        <source>Other noise of the same kind</source>
        <translation>同类的另一份噪声</translation>
    </message>
    <message>
        <source>Share of the pixels that are hit</source>
        <translation>受影响像素的比例</translation>
    </message>
    <message>
        <source>Standard deviation σ of the noise; pixels go from 0 to 1. The article trains with 0.5.</source>
        <translation>噪声的标准差 σ；像素取值 0 到 1。文章用 0.5 训练。</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>NoiseRow</name>
    <message>
        <source>&amp;Noise</source>
        <translation>噪声(&amp;N)</translation>
    </message>
    <message>
        <source>Amount of noise</source>
        <translation>噪声强度</translation>
    </message>
    <message>
        <source>Amount of noise: standard deviation of Gaussian noise, or the share of pixels that the other kinds hit.
The model gets the noisy drawing; its error is measured against the clean one.</source>
        <translation>噪声强度：高斯噪声的标准差，或其他噪声影响的像素比例。
模型得到含噪的绘图；误差相对于干净的绘图计算。</translation>
    </message>
    <message>
        <source>Kind of noise</source>
        <translation>噪声种类</translation>
    </message>
    <message>
        <source>Kind of noise that is added to the drawing before the model sees it</source>
        <translation>模型看到绘图之前所加噪声的种类</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Training has ended</source>
        <translation>训练已结束</translation>
    </message>
</context>
<context>
    <name>NumberTable</name>
    <message>
        <source>Numbers of the compared runs</source>
        <translation>所比较运行的数值</translation>
    </message>
</context>
<context>
    <name>NumbersModel</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>{value}, the best</source>
        <translation>{value}，最佳</translation>
    </message>
</context>
<context>
    <name>PageControls</name>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>最好的在前</translation>
    </message>
    <message>
        <source>Class of the examples</source>
        <translation>样本的类别</translation>
    </message>
    <message>
        <source>Difference: where the output is off, dark for not at all, bright for as far as can be</source>
        <translation>差异：输出偏离之处，暗为毫不偏离，亮为偏离最大</translation>
    </message>
    <message>
        <source>How many examples</source>
        <translation>多少个样本</translation>
    </message>
    <message>
        <source>How many test examples are shown at once</source>
        <translation>同时显示多少个测试样本</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>Order of the examples</source>
        <translation>样本的顺序</translation>
    </message>
    <message>
        <source>Sh&amp;ow</source>
        <translation>显示(&amp;O)</translation>
    </message>
    <message>
        <source>Show others, drawn at random</source>
        <translation>随机换一批显示</translation>
    </message>
    <message>
        <source>Show test examples of one class only</source>
        <translation>只显示一个类别的测试样本</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>What the examples are judged by</source>
        <translation>按什么评判样本</translation>
    </message>
    <message>
        <source>Which test examples come first; by error needs a trained model</source>
        <translation>哪些测试样本在前；按误差排列需要训练过的模型</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>最差的在前</translation>
    </message>
</context>
<context>
    <name>PageTurner</name>
    <message>
        <source>None of {total}</source>
        <translation>{total} 个中没有</translation>
    </message>
    <message>
        <source>The examples after these</source>
        <translation>后面的样本</translation>
    </message>
    <message>
        <source>The examples before these</source>
        <translation>前面的样本</translation>
    </message>
    <message>
        <source>{first}–{last} of {total}</source>
        <translation>第 {first}–{last} 个，共 {total} 个</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>没有这样的名称。</translation>
    </message>
    <message>
        <source>Type a command, viewer, preset or help page</source>
        <translation>输入命令、视图、预设或帮助页</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>匹配项</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要做什么</translation>
    </message>
</context>
<context>
    <name>ParametersSection</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
</context>
<context>
    <name>PathPage</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Draw a line on the plane, or set its corners with Space and end it with Enter: what lies along it becomes a film.</source>
        <translation>在平面上画一条线，或用空格设定拐点、用 Enter 结束：沿线的内容会成为一段影片。</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>How many images are decoded at equal steps along the path</source>
        <translation>沿路径以等距解码多少张图像</translation>
    </message>
    <message>
        <source>Path: draw a way over the plane and play it as a film</source>
        <translation>路径：在平面上画一条路，像影片一样播放</translation>
    </message>
    <message>
        <source>Take the path away</source>
        <translation>去掉路径</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Hide the layers</source>
        <translation>隐藏各层</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>没有结构</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Show the layers</source>
        <translation>显示各层</translation>
    </message>
    <message>
        <source>There is nothing to draw until what is said below is mended.</source>
        <translation>解决下面所说的问题之前，没有可画的内容。</translation>
    </message>
</context>
<context>
    <name>PlanSummary</name>
    <message>
        <source>%1 numbers that training adjusts: %2 in the encoder, %3 in the decoder.</source>
        <translation>训练调整的 %1 个数：编码器 %2 个，解码器 %3 个。</translation>
    </message>
    <message>
        <source>Compression factor: numbers in one example over numbers in its code.</source>
        <translation>压缩倍数：一个样本的数值个数除以其编码的数值个数。</translation>
    </message>
    <message>
        <source>How many numbers one code has: the bottleneck of the autoencoder.</source>
        <translation>一个编码有多少个数：自编码器的瓶颈。</translation>
    </message>
    <message>
        <source>Multiply–adds to encode and decode one example; training takes about three times as many.</source>
        <translation>编码并解码一个样本所需的乘加次数；训练约为其三倍。</translation>
    </message>
    <message>
        <source>Numbers that training adjusts.</source>
        <translation>训练所调整的数。</translation>
    </message>
    <message>
        <source>What can&apos;t be built</source>
        <translation>无法构建的原因</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>operations</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Layers of the plan</source>
        <translation>结构中的各层</translation>
    </message>
</context>
<context>
    <name>PlaneBar</name>
    <message>
        <source>5–95 %</source>
        <translation>5–95 %</translation>
    </message>
    <message>
        <source>Codes of the test examples as points</source>
        <translation>以点表示的测试样本编码</translation>
    </message>
    <message>
        <source>Decoded images behind the points</source>
        <translation>点背后的解码图像</translation>
    </message>
    <message>
        <source>Decoded tiles</source>
        <translation>解码的方格</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>How codes are laid out on the plane.
Two units: two numbers of the code, the others held.
PCA: the two directions in which codes differ most; a point still decodes.
t-SNE: neighbours stay neighbours; distances mean little, and a point can&apos;t be decoded.</source>
        <translation>编码如何铺到平面上。
两个单元：编码中的两个数，其余固定。
PCA：编码差异最大的两个方向；点仍可解码。
t-SNE：近邻仍是近邻；距离意义不大，点无法解码。</translation>
    </message>
    <message>
        <source>How many points along the plane&apos;s shorter side are decoded: 15 makes 15×15 in a square.</source>
        <translation>沿平面较短一边解码多少个点：15 在正方形中就是 15×15。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Show everything again (Home)
The wheel zooms; the middle button, or Ctrl, pans.</source>
        <translation>重新显示全部 (Home)
滚轮缩放；按住中键或 Ctrl 拖动平移。</translation>
    </message>
    <message>
        <source>What is seen at first.
5–95 %: the middle of the normal distribution that a variational model&apos;s codes follow.
Fit: what holds the codes of the test examples.</source>
        <translation>起初看到的范围。
5–95 %：变分模型编码所遵循的正态分布的中部。
适应：容纳测试样本的编码。</translation>
    </message>
</context>
<context>
    <name>PlotView</name>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save drawing…</source>
        <translation>保存绘图(&amp;S)…</translation>
    </message>
    <message>
        <source>Copy as a picture (Ctrl+C)</source>
        <translation>复制为图片 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Document (*.pdf)</source>
        <translation>图片 (*.png);;绘图 (*.svg);;文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Save as PNG, SVG or PDF (Ctrl+S)</source>
        <translation>保存为 PNG、SVG 或 PDF (Ctrl+S)</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>保存绘图</translation>
    </message>
</context>
<context>
    <name>ProgressBox</name>
    <message>
        <source>Export animation</source>
        <translation>导出动画</translation>
    </message>
    <message>
        <source>Progress of the animation</source>
        <translation>动画进度</translation>
    </message>
    <message>
        <source>Showing each epoch…</source>
        <translation>正在显示各轮次…</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>正在写入文件…</translation>
    </message>
</context>
<context>
    <name>RecipeModel</name>
    <message>
        <source>Choose a file.</source>
        <translation>请选择一个文件。</translation>
    </message>
    <message>
        <source>Choose a folder of pictures.</source>
        <translation>请选择一个图片文件夹。</translation>
    </message>
    <message>
        <source>Open recipe {name}</source>
        <translation>打开配方 {name}</translation>
    </message>
</context>
<context>
    <name>ReconstructionsViewer</name>
    <message>
        <source> · grey: input, colour: output</source>
        <translation> · 灰色：输入，彩色：输出</translation>
    </message>
    <message>
        <source>&amp;Send to the canvas</source>
        <translation>送到画布(&amp;S)</translation>
    </message>
    <message>
        <source>Epoch {epoch} · {name} {mean}, mean of the {count} shown</source>
        <translation>第 {epoch} 轮 · {name} {mean}（所示 {count} 个的平均）</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>Press Start: what the model makes of these appears below each.</source>
        <translation>按“开始”：模型对它们的输出会出现在各自下方。</translation>
    </message>
    <message>
        <source>Test examples over their reconstructions</source>
        <translation>测试样本及其下方的重构</translation>
    </message>
    <message>
        <source>The test examples appear here as soon as the data are loaded.</source>
        <translation>数据加载后，测试样本就会出现在这里。</translation>
    </message>
</context>
<context>
    <name>RepairPage</name>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Br&amp;ush</source>
        <translation>画笔(&amp;U)</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>By keyboard: arrows move the brush, Space paints, Backspace uncovers.</source>
        <translation>用键盘：方向键移动画笔，空格涂盖，Backspace 揭开。</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Image to paint over, repaired image, original</source>
        <translation>要涂盖的图像、修复后的图像、原图</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Paint over the left image; the right button uncovers.</source>
        <translation>在左边的图像上涂盖；右键揭开。</translation>
    </message>
    <message>
        <source>Painted over</source>
        <translation>涂盖后</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>修复后</translation>
    </message>
    <message>
        <source>Take the last stroke back (Ctrl+Z)</source>
        <translation>撤销上一笔 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Uncover the whole image</source>
        <translation>揭开整张图像</translation>
    </message>
    <message>
        <source>What covers the image</source>
        <translation>用什么遮盖图像</translation>
    </message>
    <message>
        <source>What covers the image where you paint</source>
        <translation>涂过之处用什么遮盖图像</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation>还没有模型</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the report&apos;s file</source>
        <translation>删除报告文件</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Put the report on the clipboard</source>
        <translation>把报告放到剪贴板</translation>
    </message>
    <message>
        <source>Show the report&apos;s file in the file manager</source>
        <translation>在文件管理器中显示报告文件</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>This is the whole report. It holds no names of your files and folders and nothing of your data, and it goes nowhere by itself: copy it if you want to pass it on.</source>
        <translation>这是完整的报告。其中没有您的文件和文件夹名称，也没有您的任何数据，且不会自行发送到任何地方：如要转交，请复制它。</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>出了什么问题</translation>
    </message>
    <message>
        <source>What went wrong, where in the program, and with which versions</source>
        <translation>出了什么问题，在程序的何处，以及用的是哪些版本</translation>
    </message>
</context>
<context>
    <name>ReportFlow</name>
    <message>
        <source>Document (*.pdf)</source>
        <translation>文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
</context>
<context>
    <name>ResultSection</name>
    <message>
        <source>Its figures and ours</source>
        <translation>文章的图与我们的图</translation>
    </message>
    <message>
        <source>Look at this model in the workbench, at any epoch; going on with it makes a copy</source>
        <translation>在工作台中查看此模型的任一轮次；继续训练会创建副本</translation>
    </message>
    <message>
        <source>Open the run: {name}</source>
        <translation>打开运行：{name}</translation>
    </message>
    <message>
        <source>Run the chapter: its model is trained in both settings, and its numbers stand beside the article&apos;s.</source>
        <translation>运行本章：模型按两种设置训练，其数值与文章的数值并列。</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Files cleaned into {folder}: {count}.</source>
        <translation>已清理到 {folder} 的文件：{count} 个。</translation>
    </message>
    <message>
        <source>Left out: {count}. {why}</source>
        <translation>略过：{count} 个。{why}</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已保存 {name}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>There is no run that could clean a folder yet: train one first.</source>
        <translation>还没有能清理文件夹的运行：请先训练一个。</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Give this run another name (F2)</source>
        <translation>给此运行换个名称 (F2)</translation>
    </message>
    <message>
        <source>Go on &amp;training</source>
        <translation>继续训练(&amp;T)</translation>
    </message>
    <message>
        <source>Put the chosen runs into the trash; Ctrl+Z brings them back (Del)</source>
        <translation>把所选运行放入回收站；Ctrl+Z 可恢复 (Del)</translation>
    </message>
    <message>
        <source>S&amp;hare as .aew…</source>
        <translation>分享为 .aew(&amp;H)…</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>显示文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Show the chosen runs beside each other</source>
        <translation>把所选运行并列显示</translation>
    </message>
    <message>
        <source>Show this run in the window (Enter)</source>
        <translation>在窗口中显示此运行 (Enter)</translation>
    </message>
    <message>
        <source>Show this run&apos;s folder in the file manager</source>
        <translation>在文件管理器中显示此运行的文件夹</translation>
    </message>
    <message>
        <source>Train this run for more epochs; a sample is copied first</source>
        <translation>再训练此运行若干轮；示例会先被复制</translation>
    </message>
    <message>
        <source>Write this run as one file, to keep or to give away</source>
        <translation>把此运行写成一个文件，以便保存或赠送</translation>
    </message>
</context>
<context>
    <name>RunDelegate</name>
    <message>
        <source>Shown · {state}</source>
        <translation>已显示 · {state}</translation>
    </message>
    <message>
        <source>The run&apos;s name</source>
        <translation>运行的名称</translation>
    </message>
</context>
<context>
    <name>RunFiles</name>
    <message>
        <source>Delete {count} runs</source>
        <translation>删除 {count} 个运行</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>删除“{name}”</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>重命名“{name}”</translation>
    </message>
    <message>
        <source>{count} runs are in the trash.</source>
        <translation>{count} 个运行已放入回收站。</translation>
    </message>
    <message>
        <source>“{name}” is in the trash.</source>
        <translation>“{name}”已放入回收站。</translation>
    </message>
</context>
<context>
    <name>RunListPage</name>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>1 run · {size}</source>
        <translation>1 个运行 · {size}</translation>
    </message>
    <message>
        <source>Choose 2 to 6 runs, with Ctrl or Shift held, to compare them</source>
        <translation>按住 Ctrl 或 Shift 选择 2 到 6 个运行进行比较</translation>
    </message>
    <message>
        <source>Curves, images and numbers of the chosen runs beside each other</source>
        <translation>把所选运行的曲线、图像和数值并列显示</translation>
    </message>
    <message>
        <source>No run has all of these words.</source>
        <translation>没有运行含有所有这些词。</translation>
    </message>
    <message>
        <source>No runs of your own yet. Press Start: every training is kept here.</source>
        <translation>您还没有自己的运行。按“开始”：每次训练都保存在这里。</translation>
    </message>
    <message>
        <source>Only samples yet</source>
        <translation>目前只有示例</translation>
    </message>
    <message>
        <source>Sa&amp;mples</source>
        <translation>示例(&amp;M)</translation>
    </message>
    <message>
        <source>Samples can&apos;t be deleted (the button Samples hides them), nor can a run that is training.</source>
        <translation>示例不能删除（“示例”按钮可隐藏它们），正在训练的运行也不能删除。</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>搜索运行</translation>
    </message>
    <message>
        <source>Search the runs</source>
        <translation>搜索运行</translation>
    </message>
    <message>
        <source>Show only runs in whose name, variant or data each of these words occurs (Ctrl+F)</source>
        <translation>只显示名称、类型或数据中含有每个词的运行 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Show the trained runs that ship with the program, too</source>
        <translation>也显示随程序附带的已训练运行</translation>
    </message>
    <message>
        <source>{count} runs · {size}</source>
        <translation>{count} 个运行 · {size}</translation>
    </message>
    <message>
        <source>{found} of {count} runs</source>
        <translation>{count} 个运行中的 {found} 个</translation>
    </message>
</context>
<context>
    <name>RunsFlow</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>Runs on disk</source>
        <translation>磁盘上的运行</translation>
    </message>
</context>
<context>
    <name>RunsViewer</name>
    <message>
        <source>No runs yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>Press Start: every training is kept here, to be opened, compared and trained further.</source>
        <translation>按“开始”：每次训练都保存在这里，可以打开、比较和继续训练。</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>保存数值</translation>
    </message>
    <message>
        <source>Table (*.csv);;NumPy arrays (*.npz)</source>
        <translation>表格 (*.csv);;NumPy 数组 (*.npz)</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Saved {name}</source>
        <translation>已保存 {name}</translation>
    </message>
</context>
<context>
    <name>SequencesViewer</name>
    <message>
        <source>Choose the variant Sequence in the designer and press Start: it reads these images row by row.
Or choose data that are sequences, such as Waves.</source>
        <translation>请在设计器中选择“序列”类型并按“开始”：它逐行读取这些图像。
或者选择序列数据，例如“波形”。</translation>
    </message>
    <message>
        <source>Epoch {epoch} · {name} {mean}</source>
        <translation>第 {epoch} 轮 · {name} {mean}</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>No sequences here</source>
        <translation>这里没有序列</translation>
    </message>
    <message>
        <source>Press Start: what the model writes is drawn over each.</source>
        <translation>按“开始”：模型写出的结果会画在每条曲线上。</translation>
    </message>
    <message>
        <source>Sequences appear here as soon as data are loaded.</source>
        <translation>数据加载后，序列就会出现在这里。</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>{first}–{last} of {total}</source>
        <translation>第 {first}–{last} 个，共 {total} 个</translation>
    </message>
</context>
<context>
    <name>SetupForm</name>
    <message>
        <source>&amp;Start sweep</source>
        <translation>开始扫描(&amp;S)</translation>
    </message>
    <message>
        <source>1 trial</source>
        <translation>1 次试验</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>End a trial early that is worse than the median of the others at the same epoch. Leave it off to see a whole rate–distortion curve: small codes are worse by nature.</source>
        <translation>提前结束在同一轮次比其他试验的中位数更差的试验。想看完整的率失真曲线时请关闭：小编码本来就更差。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Every combination</source>
        <translation>所有组合</translation>
    </message>
    <message>
        <source>Every combination is trained once with each of these seeds: how far they differ shows what is chance</source>
        <translation>每种组合用其中每个种子各训练一次：它们的差异显示有多少是偶然</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数目</translation>
    </message>
    <message>
        <source>How many combinations the sampler picks</source>
        <translation>采样器选取多少种组合</translation>
    </message>
    <message>
        <source>How often each trial sees all training examples</source>
        <translation>每次试验把全部训练样本看多少遍</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>评判依据</translation>
    </message>
    <message>
        <source>Pru&amp;ne what lags behind</source>
        <translation>剪掉落后的试验(&amp;N)</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Sampled: TPE</source>
        <translation>采样：TPE</translation>
    </message>
    <message>
        <source>Sampled: random</source>
        <translation>采样：随机</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Train all combinations, or so many as a sampler picks: TPE looks where trials were good so far, random anywhere</source>
        <translation>训练所有组合，或由采样器选取若干：TPE 在目前结果好的地方寻找，随机则任意选取</translation>
    </message>
    <message>
        <source>Train every combination, each in a worker process beside the window</source>
        <translation>训练每种组合，各在窗口之外的工作进程中</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>改变</translation>
    </message>
    <message>
        <source>What is in the designer: change it there, in the workbench</source>
        <translation>设计器里的配方：请在工作台中修改</translation>
    </message>
    <message>
        <source>What trials are judged by, after their last epoch; smaller is better</source>
        <translation>试验在最后一个轮次之后的评判依据；越小越好</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>选取</translation>
    </message>
    <message>
        <source>{trials}, about {time}</source>
        <translation>{trials}，约 {time}</translation>
    </message>
    <message>
        <source>{trials}. How long they take is known after the first.</source>
        <translation>{trials}。需要多久，完成第一次后才知道。</translation>
    </message>
    <message>
        <source>{count} trials</source>
        <translation>{count} 次试验</translation>
    </message>
    <message>
        <source>{count} trials: {points} combinations × {seeds} seeds</source>
        <translation>{count} 次试验：{points} 种组合 × {seeds} 个种子</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>&amp;Choose file…</source>
        <translation>选择文件(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation>轮次(&amp;E)</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count} 个</translation>
    </message>
    <message>
        <source>Epochs to share</source>
        <translation>要分享的轮次</translation>
    </message>
    <message>
        <source>First, best, last and some between</source>
        <translation>第一个、最佳、最后一个和其间若干个</translation>
    </message>
    <message>
        <source>One .aew file for anybody with AE Workbench: the recipe, the curves, the weights of the epochs you choose and a small picture. Your data, the places of your files and the optimizer&apos;s state stay here.</source>
        <translation>一个 .aew 文件，任何有 AE Workbench 的人都能打开：含配方、曲线、您所选轮次的权重和一张小图。您的数据、文件位置和优化器状态都留在本机。</translation>
    </message>
    <message>
        <source>Share run</source>
        <translation>分享运行</translation>
    </message>
    <message>
        <source>The best one</source>
        <translation>最佳的一个</translation>
    </message>
    <message>
        <source>The epoch slider has these epochs for whoever opens the file</source>
        <translation>打开文件的人在轮次滑块上会看到这些轮次</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>最后一个</translation>
    </message>
    <message>
        <source>The shown one, {epoch}</source>
        <translation>所示的一个，{epoch}</translation>
    </message>
    <message>
        <source>about {size} MB</source>
        <translation>约 {size} MB</translation>
    </message>
    <message>
        <source>at most about {size} MB</source>
        <translation>至多约 {size} MB</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Search keys and commands</source>
        <translation>搜索按键和命令</translation>
    </message>
</context>
<context>
    <name>ShownSweep</name>
    <message>
        <source>The trial is trained under another number.</source>
        <translation>该试验将以另一个编号训练。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>页面(&amp;P)</translation>
    </message>
    <message>
        <source>A damaged page made by the program</source>
        <translation>由程序生成的受损页面</translation>
    </message>
    <message>
        <source>A new run, trained on pairs; what it makes of the picture is seen after every epoch</source>
        <translation>在成对数据上训练的新运行；每一轮之后都能看到它对图像的效果</translation>
    </message>
    <message>
        <source>A noisy sound made by the program</source>
        <translation>由程序生成的含噪声音</translation>
    </message>
    <message>
        <source>A picture of a page or a WAV file. Or drop one here.</source>
        <translation>一张页面图片或一个 WAV 文件。也可以拖到这里。</translation>
    </message>
    <message>
        <source>Choose the same page or sound without noise, to measure how near everything comes to it</source>
        <translation>选择同一页面或声音的无噪声版本，以测量各种结果与它有多接近</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;lean version…</source>
        <translation>干净版本(&amp;L)…</translation>
    </message>
    <message>
        <source>Cleaned by</source>
        <translation>由谁清理</translation>
    </message>
    <message>
        <source>End the training; finished epochs are kept</source>
        <translation>结束训练；已完成的轮次会保留</translation>
    </message>
    <message>
        <source>How far the training is</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>No run cleans these yet: train one, or look at the filters below.</source>
        <translation>还没有运行能清理它们：请训练一个，或看看下面的滤波器。</translation>
    </message>
    <message>
        <source>On a folder of your own…</source>
        <translation>在您自己的文件夹上…</translation>
    </message>
    <message>
        <source>On pairs made by the program</source>
        <translation>在程序生成的成对数据上</translation>
    </message>
    <message>
        <source>Page or sound</source>
        <translation>页面或声音</translation>
    </message>
    <message>
        <source>Right of the handle</source>
        <translation>手柄右边</translation>
    </message>
    <message>
        <source>Runs that were trained on pairs come first, then other runs that take noise off images.</source>
        <translation>先是在成对数据上训练的运行，然后是其他能给图像去噪的运行。</translation>
    </message>
    <message>
        <source>So&amp;und</source>
        <translation>声音(&amp;U)</translation>
    </message>
    <message>
        <source>T&amp;rain a cleaner</source>
        <translation>训练一个清理模型(&amp;R)</translation>
    </message>
    <message>
        <source>The run that cleans</source>
        <translation>用来清理的运行</translation>
    </message>
    <message>
        <source>Trained on {data}, epoch {epoch}</source>
        <translation>训练数据：{data}，第 {epoch} 轮</translation>
    </message>
    <message>
        <source>What the marker&apos;s place decodes to</source>
        <translation>标记所在处解码的结果</translation>
    </message>
    <message>
        <source>Without a clean version nothing can be measured.</source>
        <translation>没有干净版本，就无法测量。</translation>
    </message>
    <message>
        <source>{name} (ships with the program)</source>
        <translation>{name}（程序自带）</translation>
    </message>
    <message>
        <source>{name}, {folder}</source>
        <translation>{name}，{folder}</translation>
    </message>
</context>
<context>
    <name>SizesView</name>
    <message>
        <source>none: press +</source>
        <translation>无：请按 +</translation>
    </message>
</context>
<context>
    <name>SourceBox</name>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>The examples to train on and to judge by. Nothing but the data set decides what a model can draw.</source>
        <translation>用来训练和评判的样本。模型能画出什么，完全取决于数据集。</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>The language changes as soon as what is running has ended.</source>
        <translation>正在进行的工作一结束，语言就会切换。</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Progress of loading</source>
        <translation>加载进度</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>停止加载</translation>
    </message>
    <message>
        <source>Stop loading these data</source>
        <translation>停止加载这些数据</translation>
    </message>
    <message>
        <source>image {dims}</source>
        <translation>图像 {dims}</translation>
    </message>
    <message>
        <source>sequence {dims}</source>
        <translation>序列 {dims}</translation>
    </message>
    <message>
        <source>{train:,} to train, {test:,} to test</source>
        <translation>训练 {train:,} 个，测试 {test:,} 个</translation>
    </message>
</context>
<context>
    <name>StepHead</name>
    <message>
        <source>Something is being run: stop it, or wait for its end.</source>
        <translation>正在运行：请停止它，或等它结束。</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Saved {name}</source>
        <translation>已保存 {name}</translation>
    </message>
</context>
<context>
    <name>SweepFiles</name>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Document (*.pdf)</source>
        <translation>图片 (*.png);;矢量图 (*.svg);;文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Recipe of trial {number}</source>
        <translation>试验 {number} 的配方</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Table (*.csv);;NumPy arrays (*.npz)</source>
        <translation>表格 (*.csv);;NumPy 数组 (*.npz)</translation>
    </message>
</context>
<context>
    <name>SweepHead</name>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>End the sweep for now; what its trials learned is kept</source>
        <translation>暂且结束扫描；各次试验学到的都会保留</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Finished: {done} of {total} trials have ended.</source>
        <translation>已完成：{total} 次试验中已结束 {done} 次。</translation>
    </message>
    <message>
        <source>Finished: {done} of {total} trials have ended; {failed} failed.</source>
        <translation>已完成：{total} 个试验中有 {done} 个已结束，其中 {failed} 个失败。</translation>
    </message>
    <message>
        <source>Hold all trials where they are, or go on</source>
        <translation>让所有试验停在原处，或继续</translation>
    </message>
    <message>
        <source>Open &amp;best</source>
        <translation>打开最佳(&amp;B)</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation>扫描的进度</translation>
    </message>
    <message>
        <source>Resu&amp;me</source>
        <translation>继续(&amp;M)</translation>
    </message>
    <message>
        <source>Save the table or the plots as files</source>
        <translation>把表格或图表保存为文件</translation>
    </message>
    <message>
        <source>Show the best of its runs in the workbench: trial {number}, seed {seed}, {value}</source>
        <translation>在工作台中显示其中最好的一次运行：试验 {number}，种子 {seed}，{value}</translation>
    </message>
    <message>
        <source>Show the trial with the lowest error in the workbench, as a run; of several seeds their mean counts</source>
        <translation>在工作台中把误差最低的试验作为运行显示；有多个种子时按其平均值计</translation>
    </message>
    <message>
        <source>Show trial {number} in the workbench, as a run: {metric} {value}</source>
        <translation>在工作台中把试验 {number} 作为运行显示：{metric} {value}</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>停止(&amp;O)</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Stopped after {done} of {total} trials; those under way keep their epochs.</source>
        <translation>已停止：{total} 次试验中完成了 {done} 次；进行中的试验保留其轮次。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Table of &amp;combinations…</source>
        <translation>组合表(&amp;C)…</translation>
    </message>
    <message>
        <source>The lowest mean: {values}
{metric} {mean} over {count} of {seeds} seeds (mean ± standard deviation)</source>
        <translation>最低平均值：{values}
{metric} {mean}，取自 {seeds} 个种子中的 {count} 个（平均值 ± 标准差）</translation>
    </message>
    <message>
        <source>Train what is left; trials that failed are tried again</source>
        <translation>训练剩下的试验；失败的会重试</translation>
    </message>
    <message>
        <source>{done} of {total} trials</source>
        <translation>{total} 次试验中的 {done} 次</translation>
    </message>
    <message>
        <source>{done} of {total} trials have ended; go on to train the others.</source>
        <translation>{total} 次试验中已结束 {done} 次；继续即可训练其余的。</translation>
    </message>
    <message>
        <source>{done} of {total} trials have ended; {failed} failed. Go on to train the others.</source>
        <translation>{total} 个试验中有 {done} 个已结束，其中 {failed} 个失败。继续即可训练其余的。</translation>
    </message>
    <message>
        <source>{done} of {total} trials have ended; {failed} failed. Go on to try again those that didn&apos;t diverge.</source>
        <translation>{total} 个试验中有 {done} 个已结束，其中 {failed} 个失败。继续即可重试没有发散的那些。</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
</context>
<context>
    <name>SweepPage</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>A sweep is running.</source>
        <translation>扫描正在运行。</translation>
    </message>
    <message>
        <source>A sweep is running: another can begin when it has ended.</source>
        <translation>扫描正在运行：结束后才能开始另一个。</translation>
    </message>
    <message>
        <source>Choose on the left what to vary, such as the code size over 2, 4, 8, 16, and press Start. Every value is trained as a run of its own, and what came of it is drawn here while it comes.</source>
        <translation>在左侧选择要改变什么，例如让编码大小取 2、4、8、16，然后按“开始”。每个取值都会训练成单独的运行，结果会随时画在这里。</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>以往</translation>
    </message>
    <message>
        <source>Earlier ({count})</source>
        <translation>以往（{count}）</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>The sweep {name} is in the trash.</source>
        <translation>扫描 {name} 已放入回收站。</translation>
    </message>
    <message>
        <source>This trial is still running: it can be opened when it has ended.</source>
        <translation>这次试验仍在运行：结束后才能打开。</translation>
    </message>
    <message>
        <source>What does a smaller code cost?</source>
        <translation>更小的编码要付出什么代价？</translation>
    </message>
</context>
<context>
    <name>SweepResults</name>
    <message>
        <source>&amp;Map…</source>
        <translation>热图(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Parallel coordinates…</source>
        <translation>平行坐标(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Rate–distortion…</source>
        <translation>率失真(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Table of trials…</source>
        <translation>试验表格(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Use this recipe</source>
        <translation>使用此配方(&amp;U)</translation>
    </message>
    <message>
        <source>Code size</source>
        <translation>编码大小</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩倍数</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Open as &amp;run</source>
        <translation>作为运行打开(&amp;R)</translation>
    </message>
    <message>
        <source>Put this trial&apos;s recipe into the designer</source>
        <translation>把这次试验的配方放进设计器</translation>
    </message>
    <message>
        <source>Rate–distortion</source>
        <translation>率失真</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>显示文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show this trial in the workbench (Enter)</source>
        <translation>在工作台中显示这次试验（Enter）</translation>
    </message>
    <message>
        <source>Take the ranges off the axes (Esc in the plot)</source>
        <translation>去掉坐标轴上的范围（在图中按 Esc）</translation>
    </message>
    <message>
        <source>The rate: how many numbers the code has, or how many times smaller than the input it is</source>
        <translation>码率：编码有多少个数，或比输入小多少倍</translation>
    </message>
    <message>
        <source>What lies on the x axis</source>
        <translation>横轴上是什么</translation>
    </message>
    <message>
        <source>{count} of {total} trials in the chosen ranges</source>
        <translation>{total} 次试验中有 {count} 次在所选范围内</translation>
    </message>
</context>
<context>
    <name>SweepsView</name>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Earlier sweeps</source>
        <translation>以往的扫描</translation>
    </message>
    <message>
        <source>No sweeps yet. Every sweep that you start is kept here.</source>
        <translation>还没有扫描。您开始的每个扫描都会保存在这里。</translation>
    </message>
    <message>
        <source>Ope&amp;n</source>
        <translation>打开(&amp;N)</translation>
    </message>
    <message>
        <source>Put this sweep with all its runs into the trash; it can be undone (Del)</source>
        <translation>把此扫描及其所有运行放入回收站；可以撤销（Del）</translation>
    </message>
    <message>
        <source>Show this sweep, to look at it or to go on with it (Enter)</source>
        <translation>显示此扫描，以便查看或继续（Enter）</translation>
    </message>
    <message>
        <source>best mean {value}</source>
        <translation>最佳平均值 {value}</translation>
    </message>
    <message>
        <source>best {value}</source>
        <translation>最佳 {value}</translation>
    </message>
    <message>
        <source>{done} of {total} trials</source>
        <translation>{total} 次试验中的 {done} 次</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Browse for %1</source>
        <translation>浏览%1</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>A pixel on each of the screen (1)</source>
        <translation>每个屏幕像素显示一个像素 (1)</translation>
    </message>
    <message>
        <source>Clean a fol&amp;der…</source>
        <translation>清理文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Clean every page or sound of a folder into another one</source>
        <translation>把一个文件夹中的所有页面或声音清理到另一个文件夹</translation>
    </message>
    <message>
        <source>Copy what is at the right of the handle</source>
        <translation>复制手柄右边的内容</translation>
    </message>
    <message>
        <source>How far the cleaning is</source>
        <translation>清理进度</translation>
    </message>
    <message>
        <source>Open the result in the system&apos;s program for it</source>
        <translation>用系统的相应程序打开结果</translation>
    </message>
    <message>
        <source>S&amp;ave…</source>
        <translation>保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Save what is at the right of the handle</source>
        <translation>保存手柄右边的内容</translation>
    </message>
    <message>
        <source>Show the whole (0)</source>
        <translation>显示全部 (0)</translation>
    </message>
    <message>
        <source>Stop cleaning</source>
        <translation>停止清理</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>&amp;Soft</source>
        <translation>柔和(&amp;S)</translation>
    </message>
    <message>
        <source>Bring back what was taken back (Ctrl+Y in the canvas)</source>
        <translation>恢复所撤销的（在画布中按 Ctrl+Y）</translation>
    </message>
    <message>
        <source>Brush size ([ and ])</source>
        <translation>画笔大小（[ 和 ]）</translation>
    </message>
    <message>
        <source>Clear the canvas (Delete)</source>
        <translation>清除画布 (Delete)</translation>
    </message>
    <message>
        <source>Colour of the ink</source>
        <translation>墨的颜色</translation>
    </message>
    <message>
        <source>Draw (B). The right mouse button erases meanwhile.</source>
        <translation>绘制 (B)。此时右键为擦除。</translation>
    </message>
    <message>
        <source>Erase (E)</source>
        <translation>擦除 (E)</translation>
    </message>
    <message>
        <source>Fe&amp;ature</source>
        <translation>特征(&amp;A)</translation>
    </message>
    <message>
        <source>Feature that is drawn</source>
        <translation>所绘的特征</translation>
    </message>
    <message>
        <source>Images in and out, and how the drawing is framed</source>
        <translation>图像的进出，以及绘图如何取景</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Softness: how far the ink fades from the middle of the brush to its edge</source>
        <translation>柔和度：墨迹从画笔中心到边缘淡出的程度</translation>
    </message>
    <message>
        <source>Take back the last stroke (Ctrl+Z in the canvas)</source>
        <translation>撤销上一笔（在画布中按 Ctrl+Z）</translation>
    </message>
    <message>
        <source>Take the picked test example, or any where none is picked (T)</source>
        <translation>采用选中的测试样本，未选中时任取一个 (T)</translation>
    </message>
    <message>
        <source>Which of the values of each time step is drawn</source>
        <translation>绘制每个时间步的哪个数值</translation>
    </message>
</context>
<context>
    <name>Trainer</name>
    <message>
        <source>Loading the data…</source>
        <translation>正在加载数据…</translation>
    </message>
    <message>
        <source>The training ended without saying how; start it again.</source>
        <translation>训练结束了，但没有说明原因；请重新开始。</translation>
    </message>
</context>
<context>
    <name>TrainingButtons</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>TrainingControls</name>
    <message>
        <source>End the training; what it learned so far is kept (F8)</source>
        <translation>结束训练；已学到的会保留 (F8)</translation>
    </message>
    <message>
        <source>Go on for</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Hold the training where it is, or go on (F6)</source>
        <translation>让训练停在原处，或继续 (F6)</translation>
    </message>
    <message>
        <source>How many more epochs</source>
        <translation>再训练多少轮</translation>
    </message>
    <message>
        <source>How many more epochs the shown run is trained for</source>
        <translation>把所示运行再训练多少轮</translation>
    </message>
    <message>
        <source>How much of all epochs is done</source>
        <translation>全部轮次完成了多少</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>一轮</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Train for one epoch – once through all training data – and pause (F7)</source>
        <translation>训练一轮（把全部训练数据过一遍）后暂停 (F7)</translation>
    </message>
    <message>
        <source>Train the designed model from the beginning, as a new run (F5)</source>
        <translation>把所设计的模型作为新的运行从头训练 (F5)</translation>
    </message>
    <message>
        <source>Train the shown run for some more epochs (Shift+F5)</source>
        <translation>把所示运行再训练若干轮 (Shift+F5)</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Epoch {epoch} of {epochs}</source>
        <translation>第 {epoch} 轮，共 {epochs} 轮</translation>
    </message>
    <message>
        <source>Paused after epoch {epoch}</source>
        <translation>已在第 {epoch} 轮后暂停</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Ready to train.</source>
        <translation>可以开始训练。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Training · {time} left</source>
        <translation>正在训练 · 还剩 {time}</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>正在训练…</translation>
    </message>
    <message>
        <source>Waiting: the run can&apos;t be written.</source>
        <translation>等待中：无法写入此运行。</translation>
    </message>
</context>
<context>
    <name>TrialsTable</name>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
</context>
<context>
    <name>UnitsPage</name>
    <message>
        <source>Hold the other units at the picked example&apos;s code</source>
        <translation>把其余单元固定为选中样本的编码</translation>
    </message>
    <message>
        <source>Hold the other units at their mean over the test examples</source>
        <translation>把其余单元固定为测试样本的均值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>选中的样本</translation>
    </message>
    <message>
        <source>Unit on the horizontal axis, counted from 0</source>
        <translation>横轴上的单元，从 0 数起</translation>
    </message>
    <message>
        <source>Unit on the vertical axis, counted from 0</source>
        <translation>纵轴上的单元，从 0 数起</translation>
    </message>
    <message>
        <source>Units of the code</source>
        <translation>编码的单元</translation>
    </message>
    <message>
        <source>Units: which two lie on the axes, and what the others are held at</source>
        <translation>单元：哪两个在轴上，其余固定为多少</translation>
    </message>
    <message>
        <source>What the units that aren&apos;t on an axis are held at: up and down choose one, left and right move it</source>
        <translation>不在轴上的单元固定为多少：上下键选择，左右键移动</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>&amp;Choose another folder…</source>
        <translation>选择其他文件夹(&amp;C)…</translation>
    </message>
    <message>
        <source>End the training; what could not be written is lost</source>
        <translation>结束训练；未能写入的内容会丢失</translation>
    </message>
    <message>
        <source>Go on with the run in another folder, which gets all that is known of it</source>
        <translation>在另一个文件夹中继续此运行，已知的一切都会写入其中</translation>
    </message>
    <message>
        <source>Stop the trainin&amp;g</source>
        <translation>停止训练(&amp;G)</translation>
    </message>
    <message>
        <source>The run can&apos;t be written</source>
        <translation>无法写入此运行</translation>
    </message>
    <message>
        <source>The training waits. Everything it has learned is in memory and goes along to another folder.</source>
        <translation>训练在等待。它学到的一切都在内存中，会随之写入另一个文件夹。</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>重试(&amp;Y)</translation>
    </message>
    <message>
        <source>Write into the same folder, once there is room again or it is back</source>
        <translation>写入同一个文件夹，只要它又有了空间或已恢复</translation>
    </message>
</context>
<context>
    <name>UnsavedQuestion</name>
    <message>
        <source>A folder for the run</source>
        <translation>存放运行的文件夹</translation>
    </message>
    <message>
        <source>The run goes on in {folder}.</source>
        <translation>此运行在 {folder} 中继续。</translation>
    </message>
</context>
<context>
    <name>VariantCards</name>
    <message>
        <source>Variants of the autoencoder</source>
        <translation>自编码器的类型</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>One moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>This can&apos;t be shown</source>
        <translation>无法显示</translation>
    </message>
    <message>
        <source>This is being worked out. After the start large models wait for TensorFlow.</source>
        <translation>正在计算。启动后较大的模型要等 TensorFlow 加载完成。</translation>
    </message>
</context>
<context>
    <name>ViewerCommands</name>
    <message>
        <source>&amp;Copy image</source>
        <translation>复制图像(&amp;C)</translation>
    </message>
    <message>
        <source>An animation is being written.</source>
        <translation>正在写入动画。</translation>
    </message>
    <message>
        <source>Copy &amp;table</source>
        <translation>复制表格(&amp;T)</translation>
    </message>
    <message>
        <source>Draw what this viewer shows for a paper, as PNG, SVG or PDF</source>
        <translation>把此视图的内容绘制成论文用图，格式为 PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>Epoch &amp;after</source>
        <translation>后一轮次(&amp;A)</translation>
    </message>
    <message>
        <source>Epoch &amp;before</source>
        <translation>前一轮次(&amp;B)</translation>
    </message>
    <message>
        <source>Export &amp;animation…</source>
        <translation>导出动画(&amp;A)…</translation>
    </message>
    <message>
        <source>Export animation</source>
        <translation>导出动画</translation>
    </message>
    <message>
        <source>Go li&amp;ve</source>
        <translation>转到实时(&amp;V)</translation>
    </message>
    <message>
        <source>P&amp;lay through the epochs</source>
        <translation>播放各轮次(&amp;L)</translation>
    </message>
    <message>
        <source>Put a picture of this viewer on the clipboard</source>
        <translation>把此视图的图片放到剪贴板</translation>
    </message>
    <message>
        <source>Put the numbers of this viewer on the clipboard, to paste them into a spreadsheet</source>
        <translation>把此视图的数值放到剪贴板，以便粘贴到电子表格</translation>
    </message>
    <message>
        <source>Save &amp;data…</source>
        <translation>保存数据(&amp;D)…</translation>
    </message>
    <message>
        <source>Save &amp;figure…</source>
        <translation>保存图(&amp;F)…</translation>
    </message>
    <message>
        <source>Save &amp;picture as shown…</source>
        <translation>按所示保存图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Save data</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>The numbers of this viewer as CSV or NPZ</source>
        <translation>此视图的数值，存为 CSV 或 NPZ</translation>
    </message>
    <message>
        <source>The picture is on the clipboard</source>
        <translation>图片已放到剪贴板</translation>
    </message>
    <message>
        <source>These are too many numbers for the clipboard: save them as a file instead.</source>
        <translation>数值太多，剪贴板放不下：请改为存成文件。</translation>
    </message>
    <message>
        <source>This viewer as it stands on the screen, as a PNG</source>
        <translation>此视图在屏幕上的样子，存为 PNG</translation>
    </message>
    <message>
        <source>This viewer shows no numbers that could be copied yet.</source>
        <translation>此视图目前没有可复制的数值。</translation>
    </message>
    <message>
        <source>This viewer shows no numbers that could be saved yet.</source>
        <translation>此视图目前没有可保存的数值。</translation>
    </message>
    <message>
        <source>V&amp;iewer</source>
        <translation>视图(&amp;I)</translation>
    </message>
    <message>
        <source>{count} rows are on the clipboard</source>
        <translation>{count} 行已放到剪贴板</translation>
    </message>
</context>
<context>
    <name>ViewerTabs</name>
    <message>
        <source>Viewer</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>视图</translation>
    </message>
</context>
<context>
    <name>_Done</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;About AE Workbench</source>
        <translation>关于 AE Workbench(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Find command…</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>诊断结果(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go on for more epochs</source>
        <translation>再训练若干轮(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>键盘(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation>放大字号(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Notify when a training ends</source>
        <translation>训练结束时通知(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Pause or resume</source>
        <translation>暂停或继续(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save recipe</source>
        <translation>保存配方(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Usual type size</source>
        <translation>正常字号(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>这是什么？(&amp;W)</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>所有按键一览</translation>
    </message>
    <message>
        <source>Be led through the parts of the window</source>
        <translation>逐一介绍窗口的各部分</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>Designer</source>
        <translation>设计器</translation>
    </message>
    <message>
        <source>End the training and keep what it learned</source>
        <translation>结束训练并保留所学</translation>
    </message>
    <message>
        <source>Find any command, viewer, preset or help page by a few letters</source>
        <translation>输入几个字母，找到任何命令、视图、预设或帮助页</translation>
    </message>
    <message>
        <source>First &amp;steps</source>
        <translation>入门引导(&amp;S)</translation>
    </message>
    <message>
        <source>Follow the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Follow the s&amp;ystem</source>
        <translation>跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>Help &amp;contents</source>
        <translation>帮助目录(&amp;C)</translation>
    </message>
    <message>
        <source>Hold the training, or go on</source>
        <translation>让训练停下，或继续</translation>
    </message>
    <message>
        <source>Make all texts larger</source>
        <translation>放大所有文字</translation>
    </message>
    <message>
        <source>Make all texts smaller</source>
        <translation>缩小所有文字</translation>
    </message>
    <message>
        <source>One &amp;epoch</source>
        <translation>一轮(&amp;E)</translation>
    </message>
    <message>
        <source>Open &amp;data file…</source>
        <translation>打开数据文件(&amp;D)…</translation>
    </message>
    <message>
        <source>Open &amp;image folder…</source>
        <translation>打开图像文件夹(&amp;I)…</translation>
    </message>
    <message>
        <source>Open &amp;run…</source>
        <translation>打开运行(&amp;R)…</translation>
    </message>
    <message>
        <source>Open a recipe or a shared run from a file</source>
        <translation>从文件打开配方或分享的运行</translation>
    </message>
    <message>
        <source>Open runs &amp;folder</source>
        <translation>打开运行文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Open the first page of the help</source>
        <translation>打开帮助首页</translation>
    </message>
    <message>
        <source>Open the folder of an earlier training</source>
        <translation>打开早先训练的文件夹</translation>
    </message>
    <message>
        <source>Open the help page about whatever has the focus</source>
        <translation>打开与当前焦点有关的帮助页</translation>
    </message>
    <message>
        <source>Put all panels back in their places</source>
        <translation>把所有面板放回原处</translation>
    </message>
    <message>
        <source>S&amp;hare run as .aew…</source>
        <translation>分享运行为 .aew(&amp;H)…</translation>
    </message>
    <message>
        <source>S&amp;maller type</source>
        <translation>缩小字号(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Save recipe &amp;as…</source>
        <translation>配方另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the recipe in another file</source>
        <translation>把配方保存到另一个文件</translation>
    </message>
    <message>
        <source>Save the recipe in its file</source>
        <translation>把配方保存到它的文件</translation>
    </message>
    <message>
        <source>Say so when a long training ends while you are in another program</source>
        <translation>当您在其他程序中而长时间的训练结束时，给出通知</translation>
    </message>
    <message>
        <source>Show the folder where runs are kept</source>
        <translation>显示存放运行的文件夹</translation>
    </message>
    <message>
        <source>Texts as large as the system says</source>
        <translation>文字大小与系统一致</translation>
    </message>
    <message>
        <source>The next trainings also write event files for TensorBoard, into the folder tensorboard of their run</source>
        <translation>之后的训练还会为 TensorBoard 写事件文件，放在各自运行的 tensorboard 文件夹中</translation>
    </message>
    <message>
        <source>Train for one epoch and pause</source>
        <translation>训练一轮后暂停</translation>
    </message>
    <message>
        <source>Train the designed model as a new run</source>
        <translation>把所设计的模型作为新的运行来训练</translation>
    </message>
    <message>
        <source>Train the shown run further</source>
        <translation>继续训练所示的运行</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Use a folder of images as data</source>
        <translation>用图像文件夹作为数据</translation>
    </message>
    <message>
        <source>Use an array or CSV file as data</source>
        <translation>用数组或 CSV 文件作为数据</translation>
    </message>
    <message>
        <source>Version and parts of this program</source>
        <translation>本程序的版本和组成</translation>
    </message>
    <message>
        <source>What is wrong with the shown run, and what to do about it</source>
        <translation>所示的运行有什么问题，以及怎么办</translation>
    </message>
    <message>
        <source>Write Tensor&amp;Board logs</source>
        <translation>写 TensorBoard 日志(&amp;B)</translation>
    </message>
    <message>
        <source>Write the shown run as one file, to keep or to give away</source>
        <translation>把所示运行写成一个文件，以便保存或赠送</translation>
    </message>
</context>
<context>
    <name>article</name>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>Nothing to run</source>
        <translation>无需运行</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>today, {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>{done} of {total} run</source>
        <translation>已运行 {done}/{total}</translation>
    </message>
</context>
<context>
    <name>codes</name>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Collapsed: says nothing about the image</source>
        <translation>坍缩：对图像什么也没说</translation>
    </message>
    <message>
        <source>Dead: the same for every example</source>
        <translation>失活：对每个样本都一样</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>KL {kl} nats</source>
        <translation>KL {kl} 奈特</translation>
    </message>
    <message>
        <source>KL: {value} nats</source>
        <translation>KL：{value} 奈特</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Map {number}</source>
        <translation>特征图 {number}</translation>
    </message>
    <message>
        <source>On</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Unit {number}</source>
        <translation>单元 {number}</translation>
    </message>
    <message>
        <source>Variance: {value}</source>
        <translation>方差：{value}</translation>
    </message>
    <message>
        <source>active in {share} %</source>
        <translation>在 {share} % 中激活</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>坍缩</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>失活</translation>
    </message>
    <message>
        <source>mean {mean} ± {deviation}</source>
        <translation>均值 {mean} ± {deviation}</translation>
    </message>
</context>
<context>
    <name>colour maps</name>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Inverted grey</source>
        <translation>反相灰度</translation>
    </message>
    <message>
        <source>Magma</source>
        <translation>Magma</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
</context>
<context>
    <name>comparison</name>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>How long all its epochs took together.</source>
        <translation>所有轮次总共用了多久。</translation>
    </message>
    <message>
        <source>How many epochs it was trained for.</source>
        <translation>训练了多少轮。</translation>
    </message>
    <message>
        <source>How many numbers the code has.</source>
        <translation>编码有多少个数。</translation>
    </message>
    <message>
        <source>How many numbers the model learns.</source>
        <translation>模型要学习多少个数。</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>Kullback–Leibler divergence of the codes from the standard normal, in nats per image.</source>
        <translation>编码与标准正态分布之间的 Kullback–Leibler 散度，单位为每图像奈特。</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>Mean code</source>
        <translation>平均编码</translation>
    </message>
    <message>
        <source>Mean error on test examples: cross-entropy per pixel for images, squared error for sequences.</source>
        <translation>测试样本的平均误差：图像为每像素的交叉熵，序列为平方误差。</translation>
    </message>
    <message>
        <source>Mean of all code numbers: a sparse code has a smaller one.</source>
        <translation>编码中所有数的平均：稀疏编码的平均较小。</translation>
    </message>
    <message>
        <source>Mean squared error per number.</source>
        <translation>每个数的均方误差。</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio in dB; more is better.</source>
        <translation>以 dB 计的峰值信噪比；越大越好。</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>惩罚</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>重构</translation>
    </message>
    <message>
        <source>Share of code numbers that are exactly 0.</source>
        <translation>编码中恰为 0 的数所占比例。</translation>
    </message>
    <message>
        <source>The L1 activity penalty on the codes.</source>
        <translation>对编码的 L1 活动惩罚。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>零值</translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>1,797 real handwritten digits that ship with the program, 28×28, grey. Works without a network.</source>
        <translation>随程序附带的 1,797 个真实手写数字，28×28，灰度。无需网络。</translation>
    </message>
    <message>
        <source>70,000 handwritten digits, 28×28, grey: the article&apos;s data. Downloaded once (11 MB).</source>
        <translation>70,000 个手写数字，28×28，灰度：文章所用的数据。只需下载一次 (11 MB)。</translation>
    </message>
    <message>
        <source>70,000 pictures of clothes, 28×28, grey. Downloaded once (30 MB).</source>
        <translation>70,000 张服装图片，28×28，灰度。只需下载一次 (30 MB)。</translation>
    </message>
    <message>
        <source>Ankle boot</source>
        <translation>短靴</translation>
    </message>
    <message>
        <source>Array file…</source>
        <translation>数组文件…</translation>
    </message>
    <message>
        <source>Bag</source>
        <translation>包</translation>
    </message>
    <message>
        <source>CSV file…</source>
        <translation>CSV 文件…</translation>
    </message>
    <message>
        <source>Coat</source>
        <translation>外套</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>Digits (built in)</source>
        <translation>手写数字（内置）</translation>
    </message>
    <message>
        <source>Dress</source>
        <translation>连衣裙</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>Image folder…</source>
        <translation>图像文件夹…</translation>
    </message>
    <message>
        <source>Images or sequences of your own from a .npy, .npz or IDX file; a large .npy file is read from disk as needed.</source>
        <translation>来自 .npy、.npz 或 IDX 文件的您自己的图像或序列；大的 .npy 文件按需从磁盘读取。</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>Noisy and clean pages in patches: from a folder, or made by the program. Works without a network.</source>
        <translation>切成图块的含噪页面与干净页面：来自文件夹，或由程序生成。无需网络。</translation>
    </message>
    <message>
        <source>Noisy and clean sounds as spectrograms: WAV files from a folder, or made by the program. Works without a network.</source>
        <translation>频谱图形式的含噪声音与干净声音：来自文件夹中的 WAV 文件，或由程序生成。无需网络。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Pictures of your own from a folder; subfolders are classes.</source>
        <translation>文件夹中您自己的图片；子文件夹即类别。</translation>
    </message>
    <message>
        <source>Pullover</source>
        <translation>套头衫</translation>
    </message>
    <message>
        <source>Sandal</source>
        <translation>凉鞋</translation>
    </message>
    <message>
        <source>Sequences of your own, one in each row of a CSV file, with an optional column named label.</source>
        <translation>您自己的序列，CSV 文件的每一行一个，可有名为 label 的列。</translation>
    </message>
    <message>
        <source>Shirt</source>
        <translation>衬衫</translation>
    </message>
    <message>
        <source>Sine, square, saw and chirp waves made by the program, as sequences with labels. Works without a network.</source>
        <translation>由程序生成的正弦波、方波、锯齿波和啁啾波，是带标签的序列。无需网络。</translation>
    </message>
    <message>
        <source>Sneaker</source>
        <translation>运动鞋</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>T-shirt/top</source>
        <translation>T 恤/上衣</translation>
    </message>
    <message>
        <source>Trouser</source>
        <translation>裤子</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Waves (built in)</source>
        <translation>波形（内置）</translation>
    </message>
    <message>
        <source>chirp</source>
        <translation>啁啾</translation>
    </message>
    <message>
        <source>saw</source>
        <translation>锯齿</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>square</source>
        <translation>方波</translation>
    </message>
</context>
<context>
    <name>denoising</name>
    <message>
        <source>, class {name}</source>
        <translation>，类别 {name}</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>干净</translation>
    </message>
    <message>
        <source>Denoised</source>
        <translation>去噪结果</translation>
    </message>
    <message>
        <source>Epoch {epoch} · {means}</source>
        <translation>第 {epoch} 轮 · {means}</translation>
    </message>
    <message>
        <source>Gaussian filter</source>
        <translation>高斯滤波</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中值</translation>
    </message>
    <message>
        <source>Noisy</source>
        <translation>含噪</translation>
    </message>
    <message>
        <source>PSNR in dB</source>
        <translation>PSNR，dB</translation>
    </message>
    <message>
        <source>PSNR: {value} dB</source>
        <translation>PSNR：{value} dB</translation>
    </message>
    <message>
        <source>Test image {index}</source>
        <translation>测试图像 {index}</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>means of the {count} shown</source>
        <translation>所示 {count} 个的平均</translation>
    </message>
    <message>
        <source>means of {count} test images at each amount</source>
        <translation>每个强度下 {count} 张测试图像的平均</translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation>还没有模型</translation>
    </message>
</context>
<context>
    <name>diagnosis</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>1 finding</source>
        <translation>1 个发现</translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation>1 条提示</translation>
    </message>
    <message>
        <source>After some more epochs it can be said whether anything is wrong.</source>
        <translation>再过几轮才能说是否有问题。</translation>
    </message>
    <message>
        <source>Its data aren&apos;t loaded, so only its curves were judged.</source>
        <translation>其数据未载入，因此只凭曲线判断。</translation>
    </message>
    <message>
        <source>Looked for: {names}.</source>
        <translation>已检查：{names}。</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>No problems found</source>
        <translation>未发现问题</translation>
    </message>
    <message>
        <source>No problems in its curves</source>
        <translation>曲线中没有问题</translation>
    </message>
    <message>
        <source>No problems, {hints}</source>
        <translation>没有问题，{hints}</translation>
    </message>
    <message>
        <source>Too early</source>
        <translation>太早</translation>
    </message>
    <message>
        <source>Too early to judge</source>
        <translation>尚不能判断</translation>
    </message>
    <message>
        <source>{count} findings</source>
        <translation>{count} 个发现</translation>
    </message>
    <message>
        <source>{count} hints</source>
        <translation>{count} 条提示</translation>
    </message>
</context>
<context>
    <name>documents</name>
    <message>
        <source>As it was opened</source>
        <translation>打开时的样子</translation>
    </message>
    <message>
        <source>At each frequency the quietest moments count as noise, which is subtracted everywhere. Needs no training.</source>
        <translation>每个频率上最安静的时刻视为噪声，并从各处减去。无需训练。</translation>
    </message>
    <message>
        <source>Blurred, with a standard deviation of 1 pixel. Needs no training.</source>
        <translation>模糊处理，标准差为 1 像素。无需训练。</translation>
    </message>
    <message>
        <source>Choose a folder with noisy and clean ones</source>
        <translation>选择一个含有含噪与干净文件的文件夹</translation>
    </message>
    <message>
        <source>Choose the clean version</source>
        <translation>选择干净版本</translation>
    </message>
    <message>
        <source>Clean which folder?</source>
        <translation>清理哪个文件夹？</translation>
    </message>
    <message>
        <source>Cleaned</source>
        <translation>清理后</translation>
    </message>
    <message>
        <source>Divided by its paper</source>
        <translation>除以纸面</translation>
    </message>
    <message>
        <source>Each pixel becomes the median of the 3×3 around it. Needs no training.</source>
        <translation>每个像素变为其周围 3×3 的中值。无需训练。</translation>
    </message>
    <message>
        <source>Gaussian filter</source>
        <translation>高斯滤波</translation>
    </message>
    <message>
        <source>Median filter</source>
        <translation>中值滤波</translation>
    </message>
    <message>
        <source>Noisy</source>
        <translation>含噪</translation>
    </message>
    <message>
        <source>Open a page or sound</source>
        <translation>打开页面或声音</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Pages and sounds ({every});;Pages ({pages});;Sounds ({sounds})</source>
        <translation>页面和声音 ({every});;页面 ({pages});;声音 ({sounds})</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio in decibels; large is good</source>
        <translation>峰值信噪比（分贝），越大越好</translation>
    </message>
    <message>
        <source>Root mean squared error against the clean page, for pixels from 0 to 1</source>
        <translation>与干净页面之间的均方根误差，像素取值 0 到 1</translation>
    </message>
    <message>
        <source>Save the cleaned one</source>
        <translation>保存清理后的结果</translation>
    </message>
    <message>
        <source>Signal-to-noise ratio in decibels over the whole sound; large is good</source>
        <translation>整段声音的信噪比（分贝），越大越好</translation>
    </message>
    <message>
        <source>Signal-to-noise ratio in decibels, a mean over 30 ms each without pauses; large is good</source>
        <translation>每 30 毫秒的信噪比（分贝）的平均，不计停顿，越大越好</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Spectral subtraction</source>
        <translation>谱减法</translation>
    </message>
    <message>
        <source>The paper behind the print is estimated and divided out, then contrast is stretched. Needs no training.</source>
        <translation>估计印刷字后面的纸面并除去，再拉伸对比度。无需训练。</translation>
    </message>
    <message>
        <source>What the chosen run makes of it</source>
        <translation>所选运行的结果</translation>
    </message>
    <message>
        <source>Where do the cleaned ones go?</source>
        <translation>清理后的文件放到哪里？</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>单声道</translation>
    </message>
    <message>
        <source>segm. SNR</source>
        <translation>分段 SNR</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>立体声</translation>
    </message>
    <message>
        <source>{count} channels</source>
        <translation>{count} 个声道</translation>
    </message>
    <message>
        <source>{number} kHz</source>
        <translation>{number} kHz</translation>
    </message>
    <message>
        <source>{seconds} s, {rate} kHz, {channels}</source>
        <translation>{seconds} 秒，{rate} kHz，{channels}</translation>
    </message>
    <message>
        <source>{width}×{height} pixels, {colours}</source>
        <translation>{width}×{height} 像素，{colours}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something unforeseen went wrong: {kind}: {error}</source>
        <translation>出现了意外问题：{kind}：{error}</translation>
    </message>
</context>
<context>
    <name>exports</name>
    <message>
        <source>A comparison needs two runs or more: select them in the viewer Runs, and press Compare.</source>
        <translation>比较需要两个或更多运行：请在“运行”视图中选中它们，再按“比较”。</translation>
    </message>
    <message>
        <source>A folder for tf.saved_model.load, TensorFlow Serving and TensorFlow&apos;s other languages. Its function is called “serve”.</source>
        <translation>一个文件夹，供 tf.saved_model.load、TensorFlow Serving 和 TensorFlow 的其他语言使用。其函数名为“serve”。</translation>
    </message>
    <message>
        <source>A grid of points of the latent plane, decoded; of codes of more than two numbers the plane of their principal components.</source>
        <translation>潜平面上一格格点的解码；多于两个数的编码取其主成分平面。</translation>
    </message>
    <message>
        <source>A short Python program that rebuilds, trains and plots this recipe with Keras, NumPy and matplotlib alone. Data that Keras can&apos;t download are written beside it as .npz.</source>
        <translation>一个简短的 Python 程序，只用 Keras、NumPy 和 matplotlib 重建、训练并绘制此配方。Keras 无法下载的数据以 .npz 写在其旁。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Columns and rows</source>
        <translation>列数和行数</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Decoder: codes to examples</source>
        <translation>解码器：编码到样本</translation>
    </message>
    <message>
        <source>Denoising</source>
        <translation>去噪</translation>
    </message>
    <message>
        <source>Encoder: examples to codes</source>
        <translation>编码器：样本到编码</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Every metric of every epoch, training and validation.</source>
        <translation>每一轮的全部指标，训练和验证。</translation>
    </message>
    <message>
        <source>Every metric over epochs, training and validation, with the best epoch; of a variational run also reconstruction against KL.</source>
        <translation>各指标随轮次的变化，训练和验证，并标出最佳轮次；变分运行还有重构对 KL。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Examples with their codes, all codes by class, and how their numbers are spread.</source>
        <translation>样本及其编码，按类别排列的全部编码，以及数值的分布。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>How far every reconstruction (a denoiser&apos;s: of noisy ones) is from its example: BCE, MSE, PSNR and SSIM, with ids and labels.</source>
        <translation>每个重构（去噪模型的重构来自带噪样本）与其样本相差多少：BCE、MSE、PSNR 和 SSIM，带编号和标签。</translation>
    </message>
    <message>
        <source>The code of every example (a denoiser&apos;s: of clean ones), with ids and labels. NPZ keeps maps as maps and has log variances of a variational run.</source>
        <translation>每个样本的编码（去噪模型的编码来自干净样本），带编号和标签。NPZ 保持特征图的形状，变分运行还有对数方差。</translation>
    </message>
    <message>
        <source>What the model makes of every example, with ids and labels. NPZ keeps the shape and has the originals beside them, and a denoiser&apos;s noisy inputs.</source>
        <translation>模型对每个样本的重构，带编号和标签。NPZ 保持形状，并附有原样本以及去噪模型的带噪输入。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images of each</source>
        <translation>每种的图像数</translation>
    </message>
    <message>
        <source>Jupyter notebook</source>
        <translation>Jupyter 笔记本</translation>
    </message>
    <message>
        <source>Keras model</source>
        <translation>Keras 模型</translation>
    </message>
    <message>
        <source>Keras script</source>
        <translation>Keras 脚本</translation>
    </message>
    <message>
        <source>Latent plane</source>
        <translation>潜平面</translation>
    </message>
    <message>
        <source>LiteRT model</source>
        <translation>LiteRT 模型</translation>
    </message>
    <message>
        <source>Manifold</source>
        <translation>流形</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Noisy images and what the model and two filters make of them, and how well each does against the amount of noise.</source>
        <translation>带噪图像，模型和两种滤波器的结果，以及各自的效果随噪声量的变化。</translation>
    </message>
    <message>
        <source>ONNX model</source>
        <translation>ONNX 模型</translation>
    </message>
    <message>
        <source>One .keras file with layers and weights, to load with keras.saving.load_model. Stock layers only: it needs nothing of this program.</source>
        <translation>一个 .keras 文件，含层和权重，可用 keras.saving.load_model 载入。只用标准层，不需要本程序。</translation>
    </message>
    <message>
        <source>One .onnx file for onnxruntime and other runtimes and languages. Any batch size; channels last, as in the program.</source>
        <translation>一个 .onnx 文件，供 onnxruntime 及其他运行时和语言使用。批量大小任意；通道在最后，与本程序相同。</translation>
    </message>
    <message>
        <source>One .tflite file for phones, browsers and small computers. Builtin operations only; resize its input for a batch of any size.</source>
        <translation>一个 .tflite 文件，供手机、浏览器和小型计算机使用。只用内置运算；调整输入大小即可使用任意批量。</translation>
    </message>
    <message>
        <source>Reconstructions</source>
        <translation>重构</translation>
    </message>
    <message>
        <source>SavedModel</source>
        <translation>SavedModel</translation>
    </message>
    <message>
        <source>Several runs on the same data: curves, the same examples through all of them, and a table of numbers.</source>
        <translation>同一数据上的几个运行：曲线、同样的样本经过所有运行，以及数值表。</translation>
    </message>
    <message>
        <source>Test examples over what the model makes of them, with the error of each.</source>
        <translation>测试样本及其下方模型的重构，附每个的误差。</translation>
    </message>
    <message>
        <source>The same program in cells. Data that Keras can&apos;t download are written beside it as .npz.</source>
        <translation>同一程序，分单元格。Keras 无法下载的数据以 .npz 写在其旁。</translation>
    </message>
    <message>
        <source>Weights of the first and the last layer as images.</source>
        <translation>以图像显示第一层和最后一层的权重。</translation>
    </message>
    <message>
        <source>Where t-SNE puts the code of every example, with ids and labels.</source>
        <translation>t-SNE 为每个样本的编码给出的位置，带编号和标签。</translation>
    </message>
    <message>
        <source>Where the codes of test examples lie, coloured by class; codes of more than two numbers by PCA or t-SNE.</source>
        <translation>测试样本的编码所在之处，按类别着色；多于两个数的编码用 PCA 或 t-SNE。</translation>
    </message>
    <message>
        <source>Whole model</source>
        <translation>整个模型</translation>
    </message>
    <message>
        <source>t-SNE coordinates</source>
        <translation>t-SNE 坐标</translation>
    </message>
</context>
<context>
    <name>filters</name>
    <message>
        <source>, the first {most} are shown</source>
        <translation>，显示前 {most} 个</translation>
    </message>
    <message>
        <source>cell candidate</source>
        <translation>候选状态</translation>
    </message>
    <message>
        <source>filter {n}</source>
        <translation>滤波器 {n}</translation>
    </message>
    <message>
        <source>forget gate</source>
        <translation>遗忘门</translation>
    </message>
    <message>
        <source>input gate</source>
        <translation>输入门</translation>
    </message>
    <message>
        <source>map {n}</source>
        <translation>特征图 {n}</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>output gate</source>
        <translation>输出门</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>unit {n}</source>
        <translation>单元 {n}</translation>
    </message>
    <message>
        <source>weight matrices (features × units) of the three gates and the cell candidate</source>
        <translation>三个门和候选状态的权重矩阵（特征 × 单元）</translation>
    </message>
    <message>
        <source>weight matrix {dims}</source>
        <translation>权重矩阵 {dims}</translation>
    </message>
    <message>
        <source>what each of {count} maps draws with</source>
        <translation>{count} 张特征图各用什么来画</translation>
    </message>
    <message>
        <source>what each of {count} units draws</source>
        <translation>{count} 个单元各画出什么</translation>
    </message>
    <message>
        <source>what each of {count} units looks for</source>
        <translation>{count} 个单元各在找什么</translation>
    </message>
    <message>
        <source>{count} filters</source>
        <translation>{count} 个滤波器</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Autoencoders</source>
        <translation>自编码器</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>视图</translation>
    </message>
</context>
<context>
    <name>hints</name>
    <message>
        <source>Ctrl+K finds every command by a few letters, F1 explains what has the focus, and ? shows all keys.</source>
        <translation>按 Ctrl+K，输入几个字母即可找到任何命令；F1 解释当前焦点；? 显示所有按键。</translation>
    </message>
    <message>
        <source>Design an autoencoder</source>
        <translation>设计自编码器</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Each tab looks at the model in its own way. What you pick in one is picked in all.</source>
        <translation>每个标签页以自己的方式观察模型。在一处选中的，各处都选中。</translation>
    </message>
    <message>
        <source>Every epoch is kept. Pull the slider, and all viewers show the model as it was then.</source>
        <translation>每一轮都会保存。拉动滑块，所有视图就会显示当时的模型。</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>找到任何东西</translation>
    </message>
    <message>
        <source>Go back in time</source>
        <translation>回到过去</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>观察内部</translation>
    </message>
    <message>
        <source>Pick one of seven kinds, its layers and the data. The plan below is drawn while you edit.</source>
        <translation>从七种类型中选一种，再选它的层和数据。您编辑时，下方会画出结构。</translation>
    </message>
    <message>
        <source>Start trains what you designed as a new run. You can pause, stop and go on at any time.</source>
        <translation>“开始”把您设计的模型作为新的运行来训练。您可以随时暂停、停止和继续。</translation>
    </message>
    <message>
        <source>The model encodes and decodes your drawing while you draw.</source>
        <translation>您绘制时，模型会对绘图编码和解码。</translation>
    </message>
    <message>
        <source>Train it</source>
        <translation>训练它</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Add a layer</source>
        <translation>添加一层</translation>
    </message>
    <message>
        <source>Back from comparing</source>
        <translation>从比较返回</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Change its size</source>
        <translation>修改其大小</translation>
    </message>
    <message>
        <source>Change the unit&apos;s value, with Shift by more; on bars ↑ and ↓ as well</source>
        <translation>改变单元的值，按住 Shift 改变更多；条形上也可用 ↑ 和 ↓</translation>
    </message>
    <message>
        <source>Choose a unit; on maps all arrows</source>
        <translation>选择单元；特征图上可用全部方向键</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Code of one image</source>
        <translation>单张图像的编码</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>各处</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>拉远</translation>
    </message>
    <message>
        <source>Give the unit its value back</source>
        <translation>恢复该单元的值</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>放大画笔</translation>
    </message>
    <message>
        <source>Latent plane</source>
        <translation>潜平面</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>List of runs</source>
        <translation>运行列表</translation>
    </message>
    <message>
        <source>Menu of what has the focus</source>
        <translation>当前焦点的菜单</translation>
    </message>
    <message>
        <source>Move a layer</source>
        <translation>移动一层</translation>
    </message>
    <message>
        <source>Move the handle, with Shift by more</source>
        <translation>移动手柄，按住 Shift 移动更多</translation>
    </message>
    <message>
        <source>Move the marker</source>
        <translation>移动标记</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>拉近</translation>
    </message>
    <message>
        <source>Nearer or farther</source>
        <translation>拉近或拉远</translation>
    </message>
    <message>
        <source>Other noise of the same kind</source>
        <translation>同类的另一份噪声</translation>
    </message>
    <message>
        <source>Pages and sound</source>
        <translation>页面与声音</translation>
    </message>
    <message>
        <source>Paste an image</source>
        <translation>粘贴图像</translation>
    </message>
    <message>
        <source>Path, Group: end the line at the marker</source>
        <translation>路径、分组：在标记处结束线条</translation>
    </message>
    <message>
        <source>Path, Group: set a corner at the marker</source>
        <translation>路径、分组：在标记处设一个拐点</translation>
    </message>
    <message>
        <source>Pick another one</source>
        <translation>选取另一个</translation>
    </message>
    <message>
        <source>Pick the nearest example</source>
        <translation>选取最近的样本</translation>
    </message>
    <message>
        <source>Put into the trash</source>
        <translation>放入回收站</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show it in its real size</source>
        <translation>以实际大小显示</translation>
    </message>
    <message>
        <source>Show this run</source>
        <translation>显示此运行</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>缩小画笔</translation>
    </message>
    <message>
        <source>Take a layer out</source>
        <translation>移除一层</translation>
    </message>
    <message>
        <source>Take back every change</source>
        <translation>撤销全部改动</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>撤销上一次改动</translation>
    </message>
    <message>
        <source>Take back the last stroke</source>
        <translation>撤销上一笔</translation>
    </message>
    <message>
        <source>Take the picked test example</source>
        <translation>采用选中的测试样本</translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>The handle to the left or right edge</source>
        <translation>手柄移到左缘或右缘</translation>
    </message>
    <message>
        <source>To the chapter before</source>
        <translation>到上一章</translation>
    </message>
    <message>
        <source>To the first unit</source>
        <translation>到第一个单元</translation>
    </message>
    <message>
        <source>To the last unit</source>
        <translation>到最后一个单元</translation>
    </message>
    <message>
        <source>To the map before or after</source>
        <translation>到上一张或下一张特征图</translation>
    </message>
    <message>
        <source>To the next chapter</source>
        <translation>到下一章</translation>
    </message>
    <message>
        <source>To the next control</source>
        <translation>到下一个控件</translation>
    </message>
    <message>
        <source>To the one before</source>
        <translation>到上一个控件</translation>
    </message>
    <message>
        <source>With an underlined letter: to that menu or control</source>
        <translation>配合带下划线的字母：到该菜单或控件</translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>A point per epoch: KL across, reconstruction error up, both in nats. Further left is easier to sample, further down is sharper.</source>
        <translation>每轮一个点：横向为 KL，纵向为重构误差，都以奈特计。越靠左越容易采样，越靠下越清晰。</translation>
    </message>
    <message>
        <source>How far codes are from the standard normal distribution (Kullback–Leibler divergence), in nats.</source>
        <translation>编码与标准正态分布的差距（Kullback–Leibler 散度），以奈特计。</translation>
    </message>
    <message>
        <source>How far outputs are from inputs: binary cross-entropy per pixel for images, squared error for sequences.</source>
        <translation>输出与输入的差距：图像为每像素的二元交叉熵，序列为平方误差。</translation>
    </message>
    <message>
        <source>How long each epoch took.</source>
        <translation>每轮用了多久。</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>KL, nats</source>
        <translation>KL，奈特</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Nats</source>
        <translation>奈特</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>惩罚</translation>
    </message>
    <message>
        <source>Recon.</source>
        <translation>重构</translation>
    </message>
    <message>
        <source>Recon. against KL</source>
        <translation>重构对 KL</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>重构</translation>
    </message>
    <message>
        <source>Reconstruction, nats</source>
        <translation>重构，奈特</translation>
    </message>
    <message>
        <source>Seconds per epoch</source>
        <translation>每轮秒数</translation>
    </message>
    <message>
        <source>The L1 activity penalty that pushes codes toward zero.</source>
        <translation>把编码推向零的 L1 活动惩罚。</translation>
    </message>
    <message>
        <source>The reconstruction error summed over the pixels of an image, in nats.</source>
        <translation>对图像所有像素求和的重构误差，以奈特计。</translation>
    </message>
    <message>
        <source>What training makes small: reconstruction plus penalty or KL.</source>
        <translation>训练要减小的量：重构加惩罚或 KL。</translation>
    </message>
    <message>
        <source>{metric}, validation</source>
        <translation>{metric}，验证</translation>
    </message>
</context>
<context>
    <name>missing</name>
    <message>
        <source>The shown run was trained on data of another shape ({shape}).</source>
        <translation>所示运行是用另一种形状的数据（{shape}）训练的。</translation>
    </message>
    <message>
        <source>This run has no weights any more: bring back its folder “weights”, or press Start to train it anew.</source>
        <translation>此运行的权重已不在：请找回其 weights 文件夹，或按“开始”重新训练。</translation>
    </message>
    <message>
        <source>Waiting for the model…</source>
        <translation>正在等待模型…</translation>
    </message>
</context>
<context>
    <name>modes</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Clean scanned pages and noisy recordings of any size</source>
        <translation>清理任意大小的扫描页面和含噪录音</translation>
    </message>
    <message>
        <source>Design, train and look into an autoencoder</source>
        <translation>设计、训练并观察一个自编码器</translation>
    </message>
    <message>
        <source>Pages and sound</source>
        <translation>页面与声音</translation>
    </message>
    <message>
        <source>Read the article chapter by chapter, run its models and put its claims to the test</source>
        <translation>逐章阅读文章，运行其模型并检验其论断</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Vary one or two parameters over a range and see what they cost</source>
        <translation>在一个范围内改变一两个参数，看看代价如何</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>工作台</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>, class {name}</source>
        <translation>，类别 {name}</translation>
    </message>
    <message>
        <source>BCE</source>
        <translation>BCE</translation>
    </message>
    <message>
        <source>Binary cross-entropy per pixel, what image models are trained to make small</source>
        <translation>每像素的二元交叉熵，即图像模型训练所要减小的量</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>干净</translation>
    </message>
    <message>
        <source>Denoised</source>
        <translation>去噪结果</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>Mean squared error over all pixels; small is good</source>
        <translation>所有像素的均方误差；越小越好</translation>
    </message>
    <message>
        <source>Noisy</source>
        <translation>含噪</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio in decibels, from the squared error; large is good</source>
        <translation>由平方误差得到的峰值信噪比，以分贝计；越大越好</translation>
    </message>
    <message>
        <source>Row {row} of the data, counted from 0</source>
        <translation>数据的第 {row} 行（从 0 数起）</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>Structural similarity, nearer to what eyes judge by; 1 is equal</source>
        <translation>结构相似度，更接近人眼的判断；1 为相同</translation>
    </message>
    <message>
        <source>Test example {index}</source>
        <translation>测试样本 {index}</translation>
    </message>
    <message>
        <source>binary cross-entropy per pixel</source>
        <translation>每像素的二元交叉熵</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>peak signal-to-noise ratio in dB</source>
        <translation>以 dB 计的峰值信噪比</translation>
    </message>
    <message>
        <source>structural similarity</source>
        <translation>结构相似度</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>帮助页</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>{variant}, as published</source>
        <translation>{variant}，按文章</translation>
    </message>
    <message>
        <source>{variant}, modern</source>
        <translation>{variant}，现代</translation>
    </message>
</context>
<context>
    <name>parameters</name>
    <message>
        <source>1024</source>
        <translation>1024</translation>
    </message>
    <message>
        <source>16000</source>
        <translation>16000</translation>
    </message>
    <message>
        <source>22050</source>
        <translation>22050</translation>
    </message>
    <message>
        <source>256</source>
        <translation>256</translation>
    </message>
    <message>
        <source>44100</source>
        <translation>44100</translation>
    </message>
    <message>
        <source>512</source>
        <translation>512</translation>
    </message>
    <message>
        <source>8000</source>
        <translation>8000</translation>
    </message>
    <message>
        <source>A .npy file, a .npz archive (x_train, y_train, x_test, y_test, or one array) or an IDX file, gzipped or not.</source>
        <translation>.npy 文件、.npz 归档（x_train、y_train、x_test、y_test，或一个数组）或 IDX 文件，可用 gzip 压缩。</translation>
    </message>
    <message>
        <source>A CSV file with one sequence in each row; a column named label is its class.</source>
        <translation>每行一个序列的 CSV 文件；名为 label 的列是其类别。</translation>
    </message>
    <message>
        <source>A folder of PNG, JPEG, BMP, WebP or TIFF pictures; where all are in subfolders, these are the classes.</source>
        <translation>存放 PNG、JPEG、BMP、WebP 或 TIFF 图片的文件夹；若图片都在子文件夹中，子文件夹即类别。</translation>
    </message>
    <message>
        <source>A folder with WAV files in subfolders “noisy” and “clean” under the same names, or clean ones alone, to which noise is added here. Without a folder the sounds are made here, too.</source>
        <translation>一个文件夹，其中 WAV 文件分别放在同名对应的子文件夹“noisy”和“clean”中；或只有干净的文件，由程序加上噪声。不选文件夹时，声音也由程序生成。</translation>
    </message>
    <message>
        <source>A folder with pages in subfolders “noisy” and “clean” under the same names (or “train” and “train_cleaned”), or clean pages alone, which are then damaged here. Without a folder the pages are made here, too.</source>
        <translation>一个文件夹，其中页面分别放在同名对应的子文件夹“noisy”和“clean”（或“train”和“train_cleaned”）中；或只有干净的页面，由程序把它们弄脏。不选文件夹时，页面也由程序生成。</translation>
    </message>
    <message>
        <source>A penalty makes each image use only a few units of its code.</source>
        <translation>一项惩罚让每张图像只使用编码中的少数单元。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Adadelta</source>
        <translation>Adadelta</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>An LSTM reads the sequence into one vector; another writes it again, step by step.</source>
        <translation>一个 LSTM 把序列读成一个向量；另一个再一步步写出来。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Code activation</source>
        <translation>编码激活函数</translation>
    </message>
    <message>
        <source>Code size</source>
        <translation>编码大小</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Columns of the pieces of spectrograms; a convolutional model that learned on pieces cleans sounds of any length.</source>
        <translation>频谱图小段的列数；在小段上学习的卷积模型能清理任意长度的声音。</translation>
    </message>
    <message>
        <source>Convolutional</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Convolutional layers keep the image&apos;s geometry; dense ones see it as a list of numbers.</source>
        <translation>卷积层保留图像的几何；全连接层把图像看作一列数。</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Deep</source>
        <translation>深层</translation>
    </message>
    <message>
        <source>Denoising</source>
        <translation>去噪</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Each image becomes a small cloud of codes, so that every point between them means something.</source>
        <translation>每张图像变成一小团编码，因此其间的每个点都有意义。</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Examples per step.</source>
        <translation>每一步的样本数。</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征数</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>Filters of each convolution; 2×2 max pooling follows each one and halves the image. The decoder has them in reverse.</source>
        <translation>每个卷积的滤波器数；其后各有 2×2 最大池化，使图像减半。解码器以相反顺序拥有它们。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>从 %1 到 %2。</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Hidden LSTMs</source>
        <translation>隐藏 LSTM</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>How a picture of another shape is brought to this size: crop cuts the middle out, stretch distorts it.</source>
        <translation>形状不同的图片如何变为此大小：裁剪取出中部，拉伸会使其变形。</translation>
    </message>
    <message>
        <source>How badly clean pages are damaged: shading, folds, crumples, stains, rings of cups, print that shines through, noise. 0 not at all, 1 as on a busy desk, 2 as in a flood. Pairs of your own stay as they are.</source>
        <translation>干净页面受损的程度：阴影、折痕、皱褶、污渍、杯底圆环、背面透印和噪声。0 为完全不受损，1 如忙碌的办公桌上，2 如遭水淹。您自己的成对页面保持原样。</translation>
    </message>
    <message>
        <source>How far each step goes. Adadelta needs 1.0 (Keras&apos;s default of 0.001 nearly stalls); Adam works from about 0.001 to 0.01.</source>
        <translation>每一步走多远。Adadelta 需要 1.0（Keras 的默认值 0.001 几乎停滞）；Adam 适用约 0.001 到 0.01。</translation>
    </message>
    <message>
        <source>How many numbers the code has: the bottleneck through which every example must pass. Fewer compress more and lose more.</source>
        <translation>编码有多少个数：每个样本都必须通过的瓶颈。越少压缩越多，损失也越多。</translation>
    </message>
    <message>
        <source>How many pages of text are made.</source>
        <translation>生成多少页文字。</translation>
    </message>
    <message>
        <source>How many patches are taken from each page, chosen at random; pages with fewer give all they have.</source>
        <translation>每页随机取多少个图块；不够的页面取其全部。</translation>
    </message>
    <message>
        <source>How many pieces are taken from each channel of a sound, chosen at random; shorter sounds give all they have.</source>
        <translation>每个声音的每个声道随机取多少小段；较短的声音取其全部。</translation>
    </message>
    <message>
        <source>How many sequences are made, a quarter of each kind.</source>
        <translation>生成多少个序列，每种各占四分之一。</translation>
    </message>
    <message>
        <source>How many sounds of four seconds are made.</source>
        <translation>生成多少段四秒长的声音。</translation>
    </message>
    <message>
        <source>How many values each sequence has.</source>
        <translation>每个序列有多少个值。</translation>
    </message>
    <message>
        <source>How much hiss, hum and clicks clean sounds get; 1 makes a bad recording, 2 is 6 dB worse. Pairs of your own stay as they are.</source>
        <translation>给干净的声音加上多少嘶声、嗡声和爆音；1 相当于糟糕的录音，2 再差 6 dB。您自己的成对声音保持原样。</translation>
    </message>
    <message>
        <source>How often all training examples are seen.</source>
        <translation>全部训练样本要看多少遍。</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>Intermediate size</source>
        <translation>中间层大小</translation>
    </message>
    <message>
        <source>KL weight β</source>
        <translation>KL 权重 β</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>核大小</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>L1 activity penalty</source>
        <translation>L1 活动惩罚</translation>
    </message>
    <message>
        <source>LSTM units (code size)</source>
        <translation>LSTM 单元（编码大小）</translation>
    </message>
    <message>
        <source>Last padding</source>
        <translation>最后的填充</translation>
    </message>
    <message>
        <source>Latent dimensions</source>
        <translation>潜维度</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Nadam</source>
        <translation>Nadam</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Noise amount</source>
        <translation>噪声强度</translation>
    </message>
    <message>
        <source>One dense layer squeezes the image into a short code; another draws it again.</source>
        <translation>一个全连接层把图像压成短编码；另一个再把它画出来。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Padding of the decoder&apos;s last hidden convolution. The article leaves it out, which makes 28 out of 32; auto does so where it fits, and otherwise pads and crops.</source>
        <translation>解码器最后一个隐藏卷积的填充。文章中不填充，使 32 变为 28；自动在合适时这样做，否则先填充再裁剪。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>Patches per page</source>
        <translation>每页图块数</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>相位</translation>
    </message>
    <message>
        <source>Pictures are resized to this height.</source>
        <translation>图片会缩放到此高度。</translation>
    </message>
    <message>
        <source>Pictures are resized to this width.</source>
        <translation>图片会缩放到此宽度。</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>小段</translation>
    </message>
    <message>
        <source>Pieces per sound</source>
        <translation>每段声音小段数</translation>
    </message>
    <message>
        <source>Pixel range</source>
        <translation>像素范围</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>采样率</translation>
    </message>
    <message>
        <source>Samples in each column of the spectrogram: more tell frequencies apart better, and moments worse.</source>
        <translation>频谱图每一列的样本数：越多越能分清频率，却越分不清时刻。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Sees noisy images and is asked for the clean ones.</source>
        <translation>看到含噪的图像，要给出干净的图像。</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列数</translation>
    </message>
    <message>
        <source>Several dense layers on each side of the code find a better one.</source>
        <translation>编码两侧各有几个全连接层，找到更好的编码。</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>Side of each square convolution kernel.</source>
        <translation>每个正方形卷积核的边长。</translation>
    </message>
    <message>
        <source>Side of the squares that pages are cut into. A convolutional model that learned on patches cleans pages of any size.</source>
        <translation>页面所切成的方块的边长。在图块上学习的卷积模型能清理任意大小的页面。</translation>
    </message>
    <message>
        <source>Simple</source>
        <translation>简单</translation>
    </message>
    <message>
        <source>Small filters slide over the image; the code is a stack of tiny maps.</source>
        <translation>小滤波器在图像上滑动；编码是一叠微小的特征图。</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音数</translation>
    </message>
    <message>
        <source>Sounds are brought to so many samples a second; frequencies above half of it are lost.</source>
        <translation>声音统一到每秒这么多个样本；高于其一半的频率会丢失。</translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation>稀疏</translation>
    </message>
    <message>
        <source>Standard deviation of the Gaussian noise (pixels are 0 to 1), or the share of pixels that salt and pepper or masking hits.</source>
        <translation>高斯噪声的标准差（像素取值 0 到 1），或椒盐、遮蔽影响的像素比例。</translation>
    </message>
    <message>
        <source>Standard deviation of the Gaussian noise added to each value; the waves themselves go from -1 to 1.</source>
        <translation>加到每个值上的高斯噪声的标准差；波形本身从 -1 到 1。</translation>
    </message>
    <message>
        <source>Start of a training&apos;s random numbers: same recipe, same seed, same machine, same result.</source>
        <translation>一次训练的随机数的起点：同样的配方、种子和机器，得到同样的结果。</translation>
    </message>
    <message>
        <source>Start of the random numbers that choose the test pictures.</source>
        <translation>选取测试图片所用随机数的起点。</translation>
    </message>
    <message>
        <source>Start of the random numbers that choose the test sequences.</source>
        <translation>选取测试序列所用随机数的起点。</translation>
    </message>
    <message>
        <source>Start of the random numbers that make and damage pages, choose patches and choose the test pages.</source>
        <translation>随机数的起点，用于生成和弄脏页面、选取图块和测试页面。</translation>
    </message>
    <message>
        <source>Start of the random numbers that make sounds and noise, choose pieces and choose the test sounds.</source>
        <translation>随机数的起点，用于生成声音和噪声、选取小段和测试声音。</translation>
    </message>
    <message>
        <source>Start of the random numbers: the same seed makes the same waves.</source>
        <translation>随机数的起点：同样的种子生成同样的波形。</translation>
    </message>
    <message>
        <source>Stop when the validation loss has not improved for this many epochs; 0 never stops early.</source>
        <translation>验证损失在这么多轮内没有改善就停止；0 表示从不提前停止。</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试比例</translation>
    </message>
    <message>
        <source>The function applied to each unit&apos;s sum. relu is the article&apos;s choice; linear turns the dense autoencoder into PCA.</source>
        <translation>施加于每个单元之和的函数。文章选用 relu；linear 使全连接自编码器成为 PCA。</translation>
    </message>
    <message>
        <source>The part of the examples that is kept out of training and used to judge the model.</source>
        <translation>不参与训练、用来评判模型的那部分样本。</translation>
    </message>
    <message>
        <source>The part of the examples that is kept out of training and used to judge the model. No page is in both.</source>
        <translation>不参与训练、用来评判模型的样本比例。没有一页同时在两者之中。</translation>
    </message>
    <message>
        <source>The part of the examples that is kept out of training and used to judge the model. No sound is in both.</source>
        <translation>不参与训练、用来评判模型的样本比例。没有一段声音同时在两者之中。</translation>
    </message>
    <message>
        <source>The part of the examples that is kept out of training and used to judge the model. The last examples are taken; a test set in the file is used instead.</source>
        <translation>不参与训练、用来评判模型的那部分样本。取最后的样本；若文件中有测试集，则用测试集。</translation>
    </message>
    <message>
        <source>The rule that turns gradients into steps.</source>
        <translation>把梯度变成步伐的规则。</translation>
    </message>
    <message>
        <source>Time steps</source>
        <translation>时间步</translation>
    </message>
    <message>
        <source>Train on this many examples only, the first ones; 0 takes all. Fewer are faster and generalise worse.</source>
        <translation>只用这么多样本训练，取最前面的；0 表示全部。越少越快，泛化越差。</translation>
    </message>
    <message>
        <source>Units of each dense layer between the input and the code. The decoder has the same layers in reverse.</source>
        <translation>输入与编码之间每个全连接层的单元数。解码器以相反顺序拥有同样的层。</translation>
    </message>
    <message>
        <source>Units of each further LSTM between the sequence and the code. The decoder has the same ones in reverse.</source>
        <translation>序列与编码之间其余每个 LSTM 的单元数。解码器以相反顺序拥有同样的层。</translation>
    </message>
    <message>
        <source>Use at most</source>
        <translation>最多使用</translation>
    </message>
    <message>
        <source>Values that belong to one time step and stand side by side in the row.</source>
        <translation>属于同一时间步、在行中相邻的数值个数。</translation>
    </message>
    <message>
        <source>Variational</source>
        <translation>变分</translation>
    </message>
    <message>
        <source>Weight of the L1 penalty on the code: its absolute values, summed over units and averaged over images, join the loss. The article&apos;s 10e-5 is 1e-4.</source>
        <translation>编码的 L1 惩罚的权重：编码的绝对值按单元求和、按图像平均，再加入损失。文章中的 10e-5 即 1e-4。</translation>
    </message>
    <message>
        <source>Weight β of the Kullback–Leibler term, in nats per image like the reconstruction. 1 is the variational bound; more makes the codes more alike a normal distribution and the images blurrier.</source>
        <translation>Kullback–Leibler 项的权重 β，与重构一样以每图像奈特计。1 为变分下界；越大编码越接近正态分布，图像越模糊。</translation>
    </message>
    <message>
        <source>What is done to each image before the encoder sees it, anew in every batch. The model is asked for the clean image.</source>
        <translation>编码器看到每张图像之前对它做什么，每批都重新进行。模型要给出干净的图像。</translation>
    </message>
    <message>
        <source>What the numbers are. auto takes as images: four axes; three axes of an integer type; and, where the numbers are fractions from 0 to 1 or whole ones from 0 to 255, rows of square length and three axes whose last is at least 8. Everything else is sequences.</source>
        <translation>这些数是什么。自动把以下情况当作图像：四个轴；整数类型的三个轴；以及当数值为 0 到 1 的小数或 0 到 255 的整数时，长度为平方数的行，和最后一轴至少为 8 的三个轴。其余都是序列。</translation>
    </message>
    <message>
        <source>Whether 2×2 pooling follows each convolution. Without it the maps keep the image&apos;s size: nothing is squeezed, but edges as fine as print stay sharp, which is what a cleaner of pages and sounds needs.</source>
        <translation>每个卷积之后是否接 2×2 池化。不用池化时，特征图保持图像的大小：没有压缩，但像印刷字那样细的边缘仍然清晰，这正是清理页面和声音所需要的。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗长</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>auto takes whole numbers as 0 (black) to 255 (white) and fractions as 0 to 1; full makes the darkest number of the data black and the brightest white, whatever they are.</source>
        <translation>自动把整数当作 0（黑）到 255（白），把小数当作 0 到 1；全范围则让数据中最暗的数变为黑、最亮的变为白，不论它们是多少。</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>constant keeps the learning rate; cosine lets it fall smoothly to a hundredth over the epochs, which ends lower; restarts does so three times, first in a seventh of the epochs: a good result comes early and a better one later.</source>
        <translation>“不变”保持学习率；“余弦”让它在各轮中平滑降至百分之一，结果更低；“重启”这样做三次，第一次在前七分之一的轮次中：好结果来得早，更好的随后而来。</translation>
    </message>
    <message>
        <source>convolutional</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>example</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全范围</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>grey gives one channel, colour three (red, green, blue).</source>
        <translation>灰度为一个通道，彩色为三个（红、绿、蓝）。</translation>
    </message>
    <message>
        <source>images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>leaky ReLU</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>masking</source>
        <translation>遮蔽</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>pixel</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>random lets each wave start anywhere in its cycle; fixed starts them all alike, which is easier to learn.</source>
        <translation>随机让每个波从周期的任意处开始；固定让它们都从同一处开始，较易学习。</translation>
    </message>
    <message>
        <source>restarts</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>salt and pepper</source>
        <translation>椒盐</translation>
    </message>
    <message>
        <source>same</source>
        <translation>same</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>个样本</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>个样本</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>valid</translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>上采样</translation>
    </message>
    <message>
        <source>each step</source>
        <translation>每一步</translation>
    </message>
    <message>
        <source>last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>unpadded</source>
        <translation>不填充</translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>Can&apos;t be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>How many epochs it was trained for.</source>
        <translation>训练了多少轮。</translation>
    </message>
    <message>
        <source>How many numbers the code has.</source>
        <translation>编码有多少个数。</translation>
    </message>
    <message>
        <source>How many numbers the model learns.</source>
        <translation>模型要学习多少个数。</translation>
    </message>
    <message>
        <source>How much room the run takes on disk.</source>
        <translation>此运行占用多少磁盘空间。</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Open in another AE Workbench</source>
        <translation>在另一个 AE Workbench 中打开</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Reconstruction error on the test examples after the last epoch; smaller is better.</source>
        <translation>最后一轮之后测试样本的重构误差；越小越好。</translation>
    </message>
    <message>
        <source>Reconstruction error on the training examples after the last epoch; smaller is better.</source>
        <translation>最后一轮之后训练样本的重构误差；越小越好。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Samples: trained runs that ship with the program</source>
        <translation>示例：随程序附带的已训练运行</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>已提前停止</translation>
    </message>
    <message>
        <source>The data set it was trained on.</source>
        <translation>训练所用的数据集。</translation>
    </message>
    <message>
        <source>The kind of autoencoder.</source>
        <translation>自编码器的类型。</translation>
    </message>
    <message>
        <source>The run&apos;s name, and test examples over what its model makes of them. F2 changes the name.</source>
        <translation>运行的名称，以及测试样本和模型对它们的输出。按 F2 可更改名称。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training now…</source>
        <translation>正在训练…</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>When the training began.</source>
        <translation>训练开始的时间。</translation>
    </message>
</context>
<context>
    <name>save_place</name>
    <message>
        <source>{name} is there already. Replace it?</source>
        <translation>{name} 已经存在。要替换它吗？</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source> and {0}</source>
        <translation> 和 {0}</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>1 value that is</source>
        <translation>1 个值</translation>
    </message>
    <message>
        <source>63 = 7 × 9: cosines of 9, 18 and 36 epochs.</source>
        <translation>63 = 7 × 9：三段余弦分别为 9、18 和 36 轮。</translation>
    </message>
    <message>
        <source>A CSV of {0} columns is more than other programs open: choose a name that ends in .npz.</source>
        <translation>{0} 列的 CSV 超过其他程序所能打开的：请选择以 .npz 结尾的名称。</translation>
    </message>
    <message>
        <source>A cluster needs the package ray, which isn&apos;t installed: {0}, or leave the address out.</source>
        <translation>使用集群需要 ray 包，但它没有安装：{0}，或者不要填写地址。</translation>
    </message>
    <message>
        <source>A code of 32 numbers and t-SNE after it make a good map of the data, and a learned plane shows more than PCA&apos;s.</source>
        <translation>32 个数的编码再加 t-SNE 能画出很好的数据地图，而学得的平面比 PCA 的平面显示得更多。</translation>
    </message>
    <message>
        <source>A constant rate goes on jumping about the minimum. Along a cosine the steps become smaller, and the loss ends lower.</source>
        <translation>不变的学习率会一直在最小值附近跳动。沿着余弦，步子越来越小，损失最终更低。</translation>
    </message>
    <message>
        <source>A few values are far off</source>
        <translation>少数值偏离很远</translation>
    </message>
    <message>
        <source>A figure can have {0} to {1} dots per inch, not {2}.</source>
        <translation>图的每英寸点数可为 {0} 到 {1}，而不是 {2}。</translation>
    </message>
    <message>
        <source>A grid needs the values of {0}: list them, give a number of steps, or choose the sampler random or tpe.</source>
        <translation>网格需要 {0} 的各个取值：请逐一列出、给出步数，或选用采样器 random 或 tpe。</translation>
    </message>
    <message>
        <source>A grid trains every combination: leave the number of trials out, or choose the sampler random or tpe.</source>
        <translation>网格会训练每一种组合：请不要给出试验数，或选用采样器 random 或 tpe。</translation>
    </message>
    <message>
        <source>A linear autoencoder, trained by gradient descent, has an error that differs from PCA&apos;s by {0}, and directions that overlap with PCA&apos;s by {1}</source>
        <translation>用梯度下降训练的线性自编码器，误差与 PCA 相差 {0}，方向与 PCA 重合 {1}</translation>
    </message>
    <message>
        <source>A low error proves nothing, though: an empty image has a lower one than {0} of {1}.</source>
        <translation>不过误差低并不说明什么：空白图像的误差低于 {1} 中的 {0}。</translation>
    </message>
    <message>
        <source>A map needs two parameters with lists of values: vary a second one.</source>
        <translation>热图需要两个列出取值的参数：请再改变一个参数。</translation>
    </message>
    <message>
        <source>A model draws only images of the kind it learned from again, and learns another kind from examples alone.</source>
        <translation>模型只能重画它学过的那类图像，而只要有样本就能学会另一类。</translation>
    </message>
    <message>
        <source>A page of TensorBoard with two curves that fall steeply and level out: loss in training and on test images.</source>
        <translation>TensorBoard 的一个页面，两条曲线先陡降后变平：训练时的损失和测试图像上的损失。</translation>
    </message>
    <message>
        <source>A penalty on the code</source>
        <translation>对编码的惩罚</translation>
    </message>
    <message>
        <source>A plain code and PCA</source>
        <translation>普通编码与 PCA</translation>
    </message>
    <message>
        <source>A plain code of 32 numbers learns about what PCA does.</source>
        <translation>32 个数的普通编码学到的与 PCA 大致相同。</translation>
    </message>
    <message>
        <source>A plane of digits</source>
        <translation>数字的平面</translation>
    </message>
    <message>
        <source>A quick look on {0}: small data and few epochs.</source>
        <translation>在 {0} 上的快速浏览：数据少，轮次少。</translation>
    </message>
    <message>
        <source>A range needs from {0} to {1} steps, such as 5.</source>
        <translation>范围需要 {0} 到 {1} 步，例如 5。</translation>
    </message>
    <message>
        <source>A run needs a name: type at least one letter.</source>
        <translation>运行需要一个名称：请至少输入一个字符。</translation>
    </message>
    <message>
        <source>A small L1 penalty makes the code much sparser at almost the same reconstruction.</source>
        <translation>很小的 L1 惩罚就能让编码稀疏得多，而重构几乎不变。</translation>
    </message>
    <message>
        <source>A sweep can have from 1 to {0} workers, not {1}.</source>
        <translation>扫描可以有 1 到 {0} 个工作进程，不能是 {1} 个。</translation>
    </message>
    <message>
        <source>A sweep can&apos;t be judged by “{0}”: choose one of {1}.</source>
        <translation>扫描不能用“{0}”来评判：请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>A sweep has no plot “{0}”: choose one of {1}.</source>
        <translation>扫描没有名为“{0}”的图表：请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>A sweep needs from 1 to {0} seeds, each a different one, such as 1,2,3.</source>
        <translation>扫描需要 1 到 {0} 个互不相同的种子，例如 1,2,3。</translation>
    </message>
    <message>
        <source>A sweep varies one or two parameters, not {0}.</source>
        <translation>扫描改变一个或两个参数，不能是 {0} 个。</translation>
    </message>
    <message>
        <source>A t-SNE map can&apos;t be decoded.</source>
        <translation>t-SNE 图无法解码。</translation>
    </message>
    <message>
        <source>A tensor of shape {0} can&apos;t be reshaped to {1}.</source>
        <translation>形状为 {0} 的张量无法变形为 {1}。</translation>
    </message>
    <message>
        <source>A unit that is the same for every example has no slope to learn from: take an activation that keeps one, or smaller steps.</source>
        <translation>对每个样本都一样的单元没有可供学习的斜率：请用保留斜率的激活函数，或更小的步长。</translation>
    </message>
    <message>
        <source>A worker can have from 1 to {0} threads, not {1}.</source>
        <translation>一个工作进程可以有 1 到 {0} 个线程，不能是 {1} 个。</translation>
    </message>
    <message>
        <source>A worker of the cluster lacks AE Workbench: install the same version on every node.</source>
        <translation>集群中有一个节点没有 AE Workbench：请在每个节点上安装相同的版本。</translation>
    </message>
    <message>
        <source>A {0} layer {1}; at most {2} fit: use a smaller layer or smaller data.</source>
        <translation>{0} 层{1}；最多容纳 {2} 个：请用更小的层或更小的数据。</translation>
    </message>
    <message>
        <source>AUC, relative to contrast</source>
        <translation>AUC（相对于对比度）</translation>
    </message>
    <message>
        <source>Adadelta sets its steps by itself, but creeps. Adam keeps a running mean of the gradient too, and gets further in as many steps.</source>
        <translation>Adadelta 自己决定步长，但进展缓慢。Adam 还保留梯度的滑动平均，同样多的步数走得更远。</translation>
    </message>
    <message>
        <source>Adadelta was made for a learning rate of 1.0 and nearly stands still at 0.001, which is Keras 3&apos;s default.</source>
        <translation>Adadelta 是为学习率 1.0 设计的，在 Keras 3 的默认值 0.001 时几乎不动。</translation>
    </message>
    <message>
        <source>Adadelta was made for a learning rate of 1.0 and nearly stands still at {0}.</source>
        <translation>Adadelta 是为学习率 1.0 设计的，在 {0} 时几乎不动。</translation>
    </message>
    <message>
        <source>Adam on a falling rate is done sooner.</source>
        <translation>Adam 配合下降的学习率，更早完成。</translation>
    </message>
    <message>
        <source>Adding a sparsity constraint on the encoded representations</source>
        <translation>给编码表示加上稀疏约束</translation>
    </message>
    <message>
        <source>After {0} epochs the reconstruction error is {1}, no better than if every output were the mean training example ({2}).</source>
        <translation>{0} 轮之后重构误差为 {1}，并不比每个输出都取训练样本的平均（{2}）更好。</translation>
    </message>
    <message>
        <source>After {0} epochs the reconstruction error is {1}, {2} times as large as if every output were the mean training example ({3}).</source>
        <translation>{0} 轮之后重构误差为 {1}，是每个输出都取训练样本平均时（{3}）的 {2} 倍。</translation>
    </message>
    <message>
        <source>All are trained alike, with Adam: only start and activation differ.</source>
        <translation>训练方式都相同（Adam）：只有起点和激活函数不同。</translation>
    </message>
    <message>
        <source>All latents have collapsed</source>
        <translation>所有潜变量都已坍缩</translation>
    </message>
    <message>
        <source>All maps show the same {0} test images; trustworthiness compares {1} neighbours on the map with those among the pixels.</source>
        <translation>所有地图显示的都是相同的 {0} 幅测试图像；可信度把地图上的 {1} 个邻居与像素中的邻居相比较。</translation>
    </message>
    <message>
        <source>All of them stand below the training of the second model.</source>
        <translation>它们都写在第二个模型的训练之后。</translation>
    </message>
    <message>
        <source>All pixels lie between {0} and {1}, that is in {2} of the range from 0 to 1.</source>
        <translation>所有像素都在 {0} 和 {1} 之间，只占 0 到 1 范围的 {2}。</translation>
    </message>
    <message>
        <source>All {0} units of the hidden layer of {1} are 0 for each of {2} examples.</source>
        <translation>大小为 {1} 的隐藏层的全部 {0} 个单元，对 {2} 个样本中的每一个都为 0。</translation>
    </message>
    <message>
        <source>Among their own class, {0}</source>
        <translation>位于同类之中，{0}</translation>
    </message>
    <message>
        <source>An LSTM needs many steps, and 1,600 waves give only thirteen batches of 128 an epoch. Batches of 16 give a hundred.</source>
        <translation>LSTM 需要很多步，而 1,600 个波形每轮只有 13 批（每批 128 个）。每批 16 个则有一百批。</translation>
    </message>
    <message>
        <source>An archive holds at most {0} epochs, not {1}: choose some of them.</source>
        <translation>一个归档最多容纳 {0} 个轮次，而不是 {1}：请从中选择一些。</translation>
    </message>
    <message>
        <source>An autoencoder learns to give back what it was shown after passing it through a narrow place. It knows only the kind of data it was trained on, it always loses something, and it learns from examples instead of being engineered.</source>
        <translation>自编码器学习让所见的内容通过一个狭窄之处后再还原出来。它只认识训练时的那类数据，总会丢失一些东西，并且是从例子中学会的，而不是人工设计的。</translation>
    </message>
    <message>
        <source>An autoencoder that is trained on noise removes it better than filters do, and better than one that never saw noise.</source>
        <translation>在噪声上训练的自编码器比滤波器、也比从未见过噪声的自编码器更能去除噪声。</translation>
    </message>
    <message>
        <source>An unpadded {0}×{1} convolution doesn&apos;t fit on maps of {2}: use fewer layers or a smaller kernel.</source>
        <translation>不填充的 {0}×{1} 卷积不适合 {2} 的特征图：请减少层数或缩小卷积核。</translation>
    </message>
    <message>
        <source>Angle, from the smallest</source>
        <translation>夹角（从小到大）</translation>
    </message>
    <message>
        <source>Angles between the directions and PCA&apos;s</source>
        <translation>各方向与 PCA 方向之间的夹角</translation>
    </message>
    <message>
        <source>Application to image denoising</source>
        <translation>应用于图像去噪</translation>
    </message>
    <message>
        <source>As a plane without t-SNE PCA&apos;s comes to {0} and the best learned one ({1}) to {2}</source>
        <translation>不用 t-SNE 而直接作为平面，PCA 达到 {0}，最好的学得平面（{1}）达到 {2}</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>按文章</translation>
    </message>
    <message>
        <source>At a learning rate of {0} the steps are so large that they leap over what they should go down into.</source>
        <translation>学习率为 {0} 时步长太大，会跃过本该走下去的低谷。</translation>
    </message>
    <message>
        <source>At home that is {0}; the decoder takes {1} kB on top, so that it pays from {2} images on.</source>
        <translation>在熟悉的图像上，{0}；此外解码器还要 {1} kB，所以从 {2} 幅图像起才划算。</translation>
    </message>
    <message>
        <source>At the noise it was trained with ({0}) the denoiser reaches {1} dB, the best filter ({2}) {3} dB and the best model that never saw noise {4} dB.</source>
        <translation>在训练时的噪声（{0}）下，去噪器达到 {1} dB，最好的滤波器（{2}）达到 {3} dB，从未见过噪声的最好模型达到 {4} dB。</translation>
    </message>
    <message>
        <source>At the same code size more layers reconstruct a little better, and convolutions better still.</source>
        <translation>编码大小相同时，层数更多重构略好，卷积更好。</translation>
    </message>
    <message>
        <source>At β = {0} a code&apos;s neighbours on the plane tell its class in {1} of the cases, and a guess in {2}.</source>
        <translation>β = {0} 时，平面上编码的邻居在 {1} 的情况下说对其类别，瞎猜则为 {2}。</translation>
    </message>
    <message>
        <source>Autoencoders once served to pretrain deep networks layer by layer, and were hoped to learn good features without labels. The article is sober about both: initialisation made the first unnecessary, and pixels are not the best teacher for the second.</source>
        <translation>自编码器曾用来逐层预训练深层网络，人们也曾希望它们不用标签就学到好的特征。文章对两者都很清醒：更好的初始化使前者不再必要，而像素并不是后者最好的老师。</translation>
    </message>
    <message>
        <source>Being 0 costs least, so nothing gets through.</source>
        <translation>为 0 代价最小，因此什么也通不过。</translation>
    </message>
    <message>
        <source>Bits a number</source>
        <translation>每个数的位数</translation>
    </message>
    <message>
        <source>Bring the pixels into 0 to 1.</source>
        <translation>请让像素落在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>Building autoencoders, chapter by chapter</source>
        <translation>构建自编码器，逐章验证</translation>
    </message>
    <message>
        <source>Building the model</source>
        <translation>正在构建模型</translation>
    </message>
    <message>
        <source>Bytes an image</source>
        <translation>每幅图像的字节数</translation>
    </message>
    <message>
        <source>Bytes an image, {0}</source>
        <translation>每幅图像的字节数，{0}</translation>
    </message>
    <message>
        <source>Can the error tell? ROC against {0}</source>
        <translation>误差能区分吗？相对于 {0} 的 ROC</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Classes from {0} to {1} labels</source>
        <translation>用 {0} 到 {1} 个标签区分类别</translation>
    </message>
    <message>
        <source>Clean image</source>
        <translation>干净图像</translation>
    </message>
    <message>
        <source>Cleaned of noise {0}</source>
        <translation>清理强度为 {0} 的噪声</translation>
    </message>
    <message>
        <source>Cleaning images with noise {0}</source>
        <translation>正在清理噪声为 {0} 的图像</translation>
    </message>
    <message>
        <source>Cleaning {0}</source>
        <translation>正在清理 {0}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>接近</translation>
    </message>
    <message>
        <source>Code numbers are rounded and counted as an ideal arithmetic coder would store them that knows how frequent they are in training; LZMA, a real compressor, takes {0} more.</source>
        <translation>编码的数经过取整，按理想算术编码器（已知它们在训练数据中的频率）的存储量计算；真实的压缩器 LZMA 要多 {0}。</translation>
    </message>
    <message>
        <source>Code of {0} latents</source>
        <translation>{0} 个潜变量的编码</translation>
    </message>
    <message>
        <source>Code of {0} units</source>
        <translation>{0} 个单元的编码</translation>
    </message>
    <message>
        <source>Code size</source>
        <translation>编码大小</translation>
    </message>
    <message>
        <source>Codes among their own class</source>
        <translation>邻居同类的编码</translation>
    </message>
    <message>
        <source>Codes among their own class, β = 1</source>
        <translation>邻居同类的编码，β = 1</translation>
    </message>
    <message>
        <source>Codes as features for classes</source>
        <translation>编码作为分类特征</translation>
    </message>
    <message>
        <source>Codes of</source>
        <translation>编码来自</translation>
    </message>
    <message>
        <source>Codes of test images, {0}</source>
        <translation>测试图像的编码，{0}</translation>
    </message>
    <message>
        <source>Codes of the test digits as points of a plane, coloured by class, beside a colour bar: ten clusters that touch.</source>
        <translation>测试数字的编码作为平面上的点，按类别着色，旁边是色条：十个彼此相接的簇。</translation>
    </message>
    <message>
        <source>Codes of {0} numbers</source>
        <translation>{0} 个数的编码</translation>
    </message>
    <message>
        <source>Codes, rounded as coarsely as costs a tenth of a decibel</source>
        <translation>编码，取整粗到只损失十分之一分贝</translation>
    </message>
    <message>
        <source>Collapsed latents</source>
        <translation>坍缩的潜变量</translation>
    </message>
    <message>
        <source>Comparing directions</source>
        <translation>正在比较方向</translation>
    </message>
    <message>
        <source>Computing principal components</source>
        <translation>正在计算主成分</translation>
    </message>
    <message>
        <source>Contrast alone isn&apos;t the reason: {0}.</source>
        <translation>原因不只是对比度：{0}。</translation>
    </message>
    <message>
        <source>Contrast is part of the reason: {0}.</source>
        <translation>对比度是部分原因：{0}。</translation>
    </message>
    <message>
        <source>Convolutional autoencoder</source>
        <translation>卷积自编码器</translation>
    </message>
    <message>
        <source>Convolutional, {0}</source>
        <translation>卷积，{0}</translation>
    </message>
    <message>
        <source>Convolutions</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Cropping {0} rows and {1} columns leaves nothing of {2}.</source>
        <translation>裁去 {0} 行和 {1} 列后，{2} 什么也不剩。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>失活单元</translation>
    </message>
    <message>
        <source>Decoder (kB)</source>
        <translation>解码器（kB）</translation>
    </message>
    <message>
        <source>Deep</source>
        <translation>深层</translation>
    </message>
    <message>
        <source>Deep autoencoder</source>
        <translation>深层自编码器</translation>
    </message>
    <message>
        <source>Deep, 2</source>
        <translation>深层，2</translation>
    </message>
    <message>
        <source>Deep, {0}</source>
        <translation>深层，{0}</translation>
    </message>
    <message>
        <source>Deeper, and convolutional</source>
        <translation>更深，以及卷积</translation>
    </message>
    <message>
        <source>Degrees</source>
        <translation>度</translation>
    </message>
    <message>
        <source>Denoiser</source>
        <translation>去噪器</translation>
    </message>
    <message>
        <source>Denoising against filters</source>
        <translation>去噪与滤波器的比较</translation>
    </message>
    <message>
        <source>Denoising, {0}</source>
        <translation>去噪，{0}</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向数</translation>
    </message>
    <message>
        <source>Doesn&apos;t hold</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>Downloading {0}: {1} of {2} MB</source>
        <translation>正在下载 {0}：{1} / {2} MB</translation>
    </message>
    <message>
        <source>Drawing other images</source>
        <translation>正在绘制其他图像</translation>
    </message>
    <message>
        <source>Drawing the figures of “{0}”</source>
        <translation>正在绘制“{0}”的图</translation>
    </message>
    <message>
        <source>Each image becomes a small cloud of codes instead of a point, and the clouds are held together around the middle. So all of the plane means something, and any point on it decodes to a digit.</source>
        <translation>每张图像的编码不再是一个点，而是一小团，各团都被留在中心周围。因此整个平面都有意义，其上任何一点都解码为一个数字。</translation>
    </message>
    <message>
        <source>Each thing that a sweep varies must be an object with a parameter and its values, or with low, high and scale.</source>
        <translation>扫描所改变的每一项都必须是一个对象，含有 parameter 和 values，或者含有 low、high 和 scale。</translation>
    </message>
    <message>
        <source>Encoding the examples</source>
        <translation>正在对样本编码</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Error (nats per image)</source>
        <translation>误差（奈特／图像）</translation>
    </message>
    <message>
        <source>Error (nats per pixel)</source>
        <translation>误差（奈特／像素）</translation>
    </message>
    <message>
        <source>Error after one epoch</source>
        <translation>一轮后的误差</translation>
    </message>
    <message>
        <source>Error against parameters</source>
        <translation>误差与参数数量</translation>
    </message>
    <message>
        <source>Error against the size of the code</source>
        <translation>误差与编码大小</translation>
    </message>
    <message>
        <source>Error against training time</source>
        <translation>误差与训练时间</translation>
    </message>
    <message>
        <source>Error at equal time</source>
        <translation>相同时间内的误差</translation>
    </message>
    <message>
        <source>Error at the end</source>
        <translation>最终误差</translation>
    </message>
    <message>
        <source>Error on test examples, epoch by epoch</source>
        <translation>测试样本上的误差，逐轮显示</translation>
    </message>
    <message>
        <source>Errors of images of each kind</source>
        <translation>各类图像的误差</translation>
    </message>
    <message>
        <source>Errors of the model on images of each kind</source>
        <translation>模型在各类图像上的误差</translation>
    </message>
    <message>
        <source>Even with old initialisation pretraining lowers the error by no more than {0} ({1}).</source>
        <translation>即使用旧的初始化，预训练降低误差也不超过 {0}（{1}）。</translation>
    </message>
    <message>
        <source>Event files need the package tensorboard, which isn&apos;t installed: pip install tensorboard, or leave the option out.</source>
        <translation>事件文件需要 tensorboard 包，但未安装：请运行 pip install tensorboard，或不用此选项。</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Features that are learned by drawing pixels again aren&apos;t the best ones to tell classes apart.</source>
        <translation>通过重画像素学到的特征，并不是区分类别的最好特征。</translation>
    </message>
    <message>
        <source>Fifteen by fifteen points of the plane, decoded: digits that turn into each other without a break.</source>
        <translation>平面上 15×15 个点的解码结果：数字彼此不间断地相互转变。</translation>
    </message>
    <message>
        <source>Filters of each convolution; 2×2 max pooling follows each one and halves the image. The decoder has them in reverse.</source>
        <translation>每个卷积的滤波器数；其后各有 2×2 最大池化，使图像减半。解码器以相反顺序拥有它们。</translation>
    </message>
    <message>
        <source>Fingerprint of the data</source>
        <translation>数据指纹</translation>
    </message>
    <message>
        <source>First a row of ten digits under noise, just readable. Then ten noisy digits over what the model makes of them: clean, with black ground and even strokes.</source>
        <translation>先是一行十个带噪声的数字，勉强可读。然后是十个含噪数字，下面是模型得出的结果：干净，黑底，笔画均匀。</translation>
    </message>
    <message>
        <source>For comparison: PCA of one half of the training images overlaps with that of all by {0}, and the span of {1} training images by {2}.</source>
        <translation>作为比较：由一半训练图像得到的 PCA 与由全部图像得到的重合 {0}，{1} 幅训练图像张成的空间与之重合 {2}。</translation>
    </message>
    <message>
        <source>For comparison: real test images are {0} from the nearest training image.</source>
        <translation>作为比较：真实测试图像到最近训练图像的距离为 {0}。</translation>
    </message>
    <message>
        <source>Format and quality</source>
        <translation>格式与质量</translation>
    </message>
    <message>
        <source>Found at 5 % false alarms</source>
        <translation>误报 5 % 时的检出率</translation>
    </message>
    <message>
        <source>From 0 to 1</source>
        <translation>从 0 到 1</translation>
    </message>
    <message>
        <source>From few bytes</source>
        <translation>由很少的字节还原</translation>
    </message>
    <message>
        <source>Given only the {0} s of the quickest, “{1}” has the lowest error.</source>
        <translation>若都只有最快者的 {0} 秒，“{1}”的误差最低。</translation>
    </message>
    <message>
        <source>Given {0} latents at β = {1}, the model uses {2}, with {3} nats in all.</source>
        <translation>β = {1} 时给定 {0} 个潜变量，模型用了 {2} 个，共 {3} 奈特。</translation>
    </message>
    <message>
        <source>Go on for {0} epochs</source>
        <translation>继续训练 {0} 轮</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>Holds in part</source>
        <translation>部分成立</translation>
    </message>
    <message>
        <source>How clean each way makes an image</source>
        <translation>各种方法清理图像的效果</translation>
    </message>
    <message>
        <source>How large codes are</source>
        <translation>编码有多大</translation>
    </message>
    <message>
        <source>How many numbers the code has: the bottleneck through which every example must pass. Fewer compress more and lose more.</source>
        <translation>编码有多少个数：每个样本都必须通过的瓶颈。越少压缩越多，损失也越多。</translation>
    </message>
    <message>
        <source>How sparse codes become</source>
        <translation>编码变得多稀疏</translation>
    </message>
    <message>
        <source>How they were trained</source>
        <translation>训练情况</translation>
    </message>
    <message>
        <source>How this run&apos;s sounds became pictures isn&apos;t known: {0}</source>
        <translation>无法得知这次运行的声音是如何变成图像的：{0}</translation>
    </message>
    <message>
        <source>How this was made</source>
        <translation>本报告的由来</translation>
    </message>
    <message>
        <source>How well maps keep neighbours</source>
        <translation>各地图保留邻居的程度</translation>
    </message>
    <message>
        <source>Hoyer sparsity</source>
        <translation>Hoyer 稀疏度</translation>
    </message>
    <message>
        <source>Hoyer sparsity, {0}</source>
        <translation>Hoyer 稀疏度，{0}</translation>
    </message>
    <message>
        <source>Hoyer&apos;s sparsity goes from {0} to {1} and the mean code from {2} to {3}, while the reconstruction error changes by {4}</source>
        <translation>Hoyer 稀疏度从 {0} 变为 {1}，平均编码从 {2} 变为 {3}，重构误差变化 {4}</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images among their own class</source>
        <translation>位于同类之中的图像</translation>
    </message>
    <message>
        <source>In its last {0} epochs the reconstruction error fell from {1} to {2}.</source>
        <translation>最后 {0} 轮中，重构误差从 {1} 降到 {2}。</translation>
    </message>
    <message>
        <source>In the article:</source>
        <translation>文章中：</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Input range</source>
        <translation>输入范围</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>It beats JPEG on other images, too: {0}.</source>
        <translation>在其他图像上它也胜过 JPEG：{0}。</translation>
    </message>
    <message>
        <source>It falls by {0}% an epoch: at this pace it takes {1} more epochs to get down even to that.</source>
        <translation>它每轮下降 {0}%：照此速度，仅降到那个水平就还要 {1} 轮。</translation>
    </message>
    <message>
        <source>It is the best at every amount of noise from {0} to {1}.</source>
        <translation>从 {0} 到 {1}，在每种噪声强度下它都是最好的。</translation>
    </message>
    <message>
        <source>It isn&apos;t the best at noise of {0}: a denoiser is made for the noise it was shown.</source>
        <translation>噪声为 {0} 时它不是最好的：去噪器只擅长它见过的噪声。</translation>
    </message>
    <message>
        <source>It no longer falls: the steps are so small that the weights stay where they began.</source>
        <translation>它不再下降：步长太小，权重停在开始的地方。</translation>
    </message>
    <message>
        <source>It was still learning</source>
        <translation>还在学习中</translation>
    </message>
    <message>
        <source>Its numbers and ours</source>
        <translation>文章的数值与我们的数值</translation>
    </message>
    <message>
        <source>JPEG&apos;s and WebP&apos;s bytes are those of one picture with all {0} images side by side, which share its headers; in a file of its own an image takes {1} bytes at JPEG&apos;s lowest quality instead of {2}.</source>
        <translation>JPEG 与 WebP 的字节数，是把全部 {0} 幅图像并排放在一张图片里、共用文件头时的；各自成为一个文件时，在 JPEG 最低质量下每幅要 {1} 字节，而不是 {2}。</translation>
    </message>
    <message>
        <source>Judged by SSIM instead of PSNR, JPEG needs fewer bytes at every quality that autoencoders reach.</source>
        <translation>若按 SSIM 而不按 PSNR 评判，在自编码器能达到的每种质量下都是 JPEG 所需字节更少。</translation>
    </message>
    <message>
        <source>Judged by SSIM instead of PSNR, an autoencoder needs {0} of JPEG&apos;s bytes at home for the same {1}.</source>
        <translation>若按 SSIM 而不按 PSNR 评判，在熟悉的图像上，自编码器达到同样的 {1} 只需 JPEG 字节数的 {0}。</translation>
    </message>
    <message>
        <source>Judging planes</source>
        <translation>正在评判平面</translation>
    </message>
    <message>
        <source>KL (nats per image)</source>
        <translation>KL（奈特／图像）</translation>
    </message>
    <message>
        <source>KL (nats)</source>
        <translation>KL（奈特）</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>KL of each latent</source>
        <translation>各潜变量的 KL</translation>
    </message>
    <message>
        <source>KL of each of {0} latents, the largest first</source>
        <translation>{0} 个潜变量各自的 KL，从大到小</translation>
    </message>
    <message>
        <source>Keep Adadelta, at 1.0</source>
        <translation>保留 Adadelta，用 1.0</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>核大小</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 惩罚</translation>
    </message>
    <message>
        <source>L1 penalty {0}</source>
        <translation>L1 惩罚 {0}</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Large steps push units to where they have no slope to come back by, and a learning rate of {0} is high: lower it.</source>
        <translation>大的步长会把单元推到没有斜率、回不来的地方，而学习率 {0} 偏高：请降低它。</translation>
    </message>
    <message>
        <source>Largest angle (°)</source>
        <translation>最大夹角（°）</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <source>Latents used of {0}</source>
        <translation>{0} 个中用到的潜变量</translation>
    </message>
    <message>
        <source>Layer-wise pretraining, then and now</source>
        <translation>逐层预训练：过去与现在</translation>
    </message>
    <message>
        <source>Learning rate too high</source>
        <translation>学习率过高</translation>
    </message>
    <message>
        <source>Learning rate {0}</source>
        <translation>学习率 {0}</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Let&apos;s build the simplest possible autoencoder</source>
        <translation>构建最简单的自编码器</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>Line {0} of {1} has a gap: each row needs all of its numbers.</source>
        <translation>{1} 的第 {0} 行有空缺：每行都需要全部数值。</translation>
    </message>
    <message>
        <source>Line {0} of {1} has {2}: all must have the same.</source>
        <translation>{1} 的第 {0} 行有 {2}：各行必须相同。</translation>
    </message>
    <message>
        <source>Line {0} of {1} is not CSV ({2}): save it with plain numbers and commas.</source>
        <translation>{1} 的第 {0} 行不是 CSV（{2}）：请用普通数字和逗号保存。</translation>
    </message>
    <message>
        <source>Line {0} of {1} is too long for a sequence: save the sequences as a .npy file.</source>
        <translation>{1} 的第 {0} 行作为序列太长：请把序列存为 .npy 文件。</translation>
    </message>
    <message>
        <source>Linear autoencoder</source>
        <translation>线性自编码器</translation>
    </message>
    <message>
        <source>Loading the built-in digits</source>
        <translation>正在加载内置的手写数字</translation>
    </message>
    <message>
        <source>Long steps want a steadier gradient, which more images in a batch give.</source>
        <translation>步子大时需要更平稳的梯度，批次中图像越多，梯度越平稳。</translation>
    </message>
    <message>
        <source>Look for faulty values in the data, and mend or leave them out.</source>
        <translation>请在数据中查找错误的值，修正或去掉它们。</translation>
    </message>
    <message>
        <source>Looking for pictures in {0}</source>
        <translation>正在 {0} 中查找图片</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss on test images</source>
        <translation>测试图像上的损失</translation>
    </message>
    <message>
        <source>Loss on test images, penalty included</source>
        <translation>测试图像上的损失（含惩罚）</translation>
    </message>
    <message>
        <source>Loss, {0}</source>
        <translation>损失，{0}</translation>
    </message>
    <message>
        <source>Lossy, and hard to beat JPEG</source>
        <translation>有损，且难以胜过 JPEG</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Making a t-SNE map: {0}</source>
        <translation>正在制作 t-SNE 图：{0}</translation>
    </message>
    <message>
        <source>Making page {0} of {1}</source>
        <translation>正在生成第 {0} 页，共 {1} 页</translation>
    </message>
    <message>
        <source>Making sound {0} of {1}</source>
        <translation>正在生成第 {0} 段声音，共 {1} 段</translation>
    </message>
    <message>
        <source>Making the t-SNE map</source>
        <translation>正在制作 t-SNE 图</translation>
    </message>
    <message>
        <source>Making waves</source>
        <translation>正在生成波形</translation>
    </message>
    <message>
        <source>Many code units are dead</source>
        <translation>许多编码单元已失活</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Maps of the data</source>
        <translation>数据的地图</translation>
    </message>
    <message>
        <source>Mean code</source>
        <translation>平均编码</translation>
    </message>
    <message>
        <source>Mean code, {0}</source>
        <translation>平均编码，{0}</translation>
    </message>
    <message>
        <source>Mean of the code</source>
        <translation>编码的平均值</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>Mean squared error on test sequences, whose own spread is 1</source>
        <translation>测试序列上的均方误差（序列自身的标准差为 1）</translation>
    </message>
    <message>
        <source>Mean squared error, {0}</source>
        <translation>均方误差，{0}</translation>
    </message>
    <message>
        <source>Measuring the reconstructions</source>
        <translation>正在测量重构</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中值滤波</translation>
    </message>
    <message>
        <source>Median angle (°)</source>
        <translation>夹角中位数（°）</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Modern</source>
        <translation>现代</translation>
    </message>
    <message>
        <source>More layers</source>
        <translation>更多的层</translation>
    </message>
    <message>
        <source>Most latents are not used</source>
        <translation>多数潜变量未被使用</translation>
    </message>
    <message>
        <source>Multiply–adds an image</source>
        <translation>每幅图像的乘加次数</translation>
    </message>
    <message>
        <source>Network taught with the labels, {0}</source>
        <translation>用标签训练的网络，{0}</translation>
    </message>
    <message>
        <source>No Keras call is known for {0}.</source>
        <translation>没有对应 {0} 的 Keras 调用。</translation>
    </message>
    <message>
        <source>No Keras layer is known for {0}.</source>
        <translation>没有对应 {0} 的 Keras 层。</translation>
    </message>
    <message>
        <source>No ONNX node is known for the activation {0}.</source>
        <translation>没有对应激活函数 {0} 的 ONNX 节点。</translation>
    </message>
    <message>
        <source>No ONNX node is known for {0}.</source>
        <translation>没有对应 {0} 的 ONNX 节点。</translation>
    </message>
    <message>
        <source>No Ray cluster answers at {0} ({1}): start one there (ray start --head), or check the address.</source>
        <translation>{0} 没有 Ray 集群应答（{1}）：请在那里启动一个（ray start --head），或检查地址。</translation>
    </message>
    <message>
        <source>No codes can be read from {0}: {1}.</source>
        <translation>无法从 {0} 读取编码：{1}。</translation>
    </message>
    <message>
        <source>No epoch is chosen: an archive holds the weights of at least one.</source>
        <translation>没有选择任何轮次：归档至少要包含一轮的权重。</translation>
    </message>
    <message>
        <source>No latent has collapsed: each carries at least {0} nats.</source>
        <translation>没有潜变量坍缩：每个至少携带 {0} 奈特。</translation>
    </message>
    <message>
        <source>No penalty</source>
        <translation>无惩罚</translation>
    </message>
    <message>
        <source>No run can be kept in {0}: {1}.</source>
        <translation>无法在 {0} 中保存运行：{1}。</translation>
    </message>
    <message>
        <source>No sweep can be kept in {0}: {1}.</source>
        <translation>无法在 {0} 中保存扫描：{1}。</translation>
    </message>
    <message>
        <source>No trial of this sweep is complete yet, so there is nothing to draw: go on with it first.</source>
        <translation>这个扫描还没有完成的试验，所以没有可画的：请先继续它。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Noise amount</source>
        <translation>噪声强度</translation>
    </message>
    <message>
        <source>Noise is cut off at black and white, which no filter can undo on a black ground by averaging: a model can learn to.</source>
        <translation>噪声在黑与白处被截断，滤波器无法靠平均在黑色背景上消除这种偏差，而模型可以学会。</translation>
    </message>
    <message>
        <source>Noise is put on images, but the run {0} is of sequences: choose reconstructions instead.</source>
        <translation>噪声加在图像上，但运行 {0} 是序列的：请改选重构。</translation>
    </message>
    <message>
        <source>Noisy image</source>
        <translation>含噪图像</translation>
    </message>
    <message>
        <source>Non-local means</source>
        <translation>非局部均值</translation>
    </message>
    <message>
        <source>None of the {0} that were chosen for testing can be used: choose another seed.</source>
        <translation>选来测试的{0}没有一个能用：请换一个种子。</translation>
    </message>
    <message>
        <source>Nor does it get better any more.</source>
        <translation>它也不再变好。</translation>
    </message>
    <message>
        <source>Not even {0} principal components come to the simple autoencoder&apos;s error: its sigmoid knows black and white.</source>
        <translation>即使 {0} 个主成分也达不到简单自编码器的误差：它的 sigmoid 懂得黑与白。</translation>
    </message>
    <message>
        <source>Not every learned plane is better than PCA&apos;s; these are worse: {0}.</source>
        <translation>并非每个学得的平面都优于 PCA；以下更差：{0}。</translation>
    </message>
    <message>
        <source>Not every other kind is strange to the model ({0}): {1}.</source>
        <translation>并非每一类其他图像对模型都是陌生的（{0}）：{1}。</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未达到</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>Nothing gets through: units are dead</source>
        <translation>什么也通不过：单元已失活</translation>
    </message>
    <message>
        <source>Nothing has been run yet.</source>
        <translation>尚未运行任何内容。</translation>
    </message>
    <message>
        <source>Nothing is chosen yet: choose {0}.</source>
        <translation>尚未选择：请选择{0}。</translation>
    </message>
    <message>
        <source>Nothing is wrong: the training was too short for the model to show what it can do.</source>
        <translation>没有问题：只是训练太短，模型还没能展现它的能力。</translation>
    </message>
    <message>
        <source>No NumPy layer is known for {0}.</source>
        <translation>没有对应 {0} 的 NumPy 层。</translation>
    </message>
    <message>
        <source>A larger β buys no order: at most {0} of the codes are among their own class (β = {1}), {2}.</source>
        <translation>更大的 β 换不来秩序：邻居同类的编码最多为 {0}（β = {1}）；{2}。</translation>
    </message>
    <message>
        <source>A larger β buys order: the codes among their own class are {0}.</source>
        <translation>更大的 β 换来秩序：邻居同类的编码占比在 {0}。</translation>
    </message>
    <message>
        <source>A larger β lowers the KL and raises the reconstruction error: {0}.</source>
        <translation>更大的 β 使 KL 降低、重构误差升高：{0}。</translation>
    </message>
    <message>
        <source>A model learns by steps. With so few it is hardly past its beginning, however many epochs they are.</source>
        <translation>模型是一步一步学习的。步数这么少，无论算多少轮，都几乎还在起点。</translation>
    </message>
    <message>
        <source>All examples of {0} together don&apos;t fit in memory: take the test or the training examples.</source>
        <translation>{0} 的全部样本放在一起超出内存：请只用测试样本或训练样本。</translation>
    </message>
    <message>
        <source>At best {0} dB come back; {1}.</source>
        <translation>还原最好为 {0} dB；{1}。</translation>
    </message>
    <message>
        <source>Every model was trained once, from one seed. Before you rely on a small difference, see what other seeds make of it.</source>
        <translation>每个模型只用一个种子训练了一次。在依赖一个很小的差别之前，先看看其他种子会得出什么。</translation>
    </message>
    <message>
        <source>Gaussian filter</source>
        <translation>高斯滤波</translation>
    </message>
    <message>
        <source>It isn&apos;t the best at noise of {0}, its own among them.</source>
        <translation>噪声为 {0} 时它不是最好的，其中就有它自己的噪声。</translation>
    </message>
    <message>
        <source>JPEG, {0}</source>
        <translation>JPEG，{0}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数的个数</translation>
    </message>
    <message>
        <source>Numbers in an image for each of {0} in its code</source>
        <translation>图像的数与编码中 {0} 个数之比</translation>
    </message>
    <message>
        <source>Numbers in the code</source>
        <translation>编码中的数</translation>
    </message>
    <message>
        <source>Of it the penalty</source>
        <translation>其中的惩罚</translation>
    </message>
    <message>
        <source>Of other images ({0}) it gives back nothing as good as JPEG at its lowest quality.</source>
        <translation>对其他图像（{0}），它的还原都不及最低质量的 JPEG。</translation>
    </message>
    <message>
        <source>On other images ({0}) JPEG needs fewer at every quality that it reaches.</source>
        <translation>在其他图像上（{0}），在它能达到的每种质量下都是 JPEG 所需字节更少。</translation>
    </message>
    <message>
        <source>One LSTM reads a sequence into a single vector, another writes it out again. The article shows the code without any data; here it learns the built-in waves.</source>
        <translation>一个 LSTM 把序列读成一个向量，另一个再把它写出来。文章只给出代码而没有数据；这里它学习内置的波形。</translation>
    </message>
    <message>
        <source>One dense layer presses 784 pixels into 32 numbers and another one draws the picture again. That is enough to read every digit, a little blurred.</source>
        <translation>一个全连接层把 784 个像素压成 32 个数，另一个再把图像画出来。这足以认出每个数字，只是略微模糊。</translation>
    </message>
    <message>
        <source>Only one of the training and test examples of {0} are pairs: both must be, or neither.</source>
        <translation>{0} 的训练样本和测试样本中只有一方是成对的：必须两者都成对，或都不成对。</translation>
    </message>
    <message>
        <source>Only what it learned from</source>
        <translation>只会所学</translation>
    </message>
    <message>
        <source>Order is best at β = {0}, where {1} of the codes are among their own class</source>
        <translation>β = {0} 时秩序最好，邻居同类的编码占 {1}</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>我们的</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>Overlap with PCA</source>
        <translation>与 PCA 的重合</translation>
    </message>
    <message>
        <source>Overlap with PCA, {0}</source>
        <translation>与 PCA 的重合，{0}</translation>
    </message>
    <message>
        <source>PCA comes to the simple autoencoder&apos;s error with {0} numbers instead of {1}.</source>
        <translation>PCA 用 {0} 个数（而不是 {1} 个）就能达到简单自编码器的误差。</translation>
    </message>
    <message>
        <source>PCA needs {0} numbers to come to the simple autoencoder&apos;s error with {1}: its sigmoid knows black and white.</source>
        <translation>PCA 需要 {0} 个数才能达到简单自编码器用 {1} 个数的误差：后者的 sigmoid 懂得黑与白。</translation>
    </message>
    <message>
        <source>PCA&apos;s first components, and what comes nearest in the others</source>
        <translation>PCA 的前几个成分，以及其他方法中与之最接近的</translation>
    </message>
    <message>
        <source>PCA, more and more components</source>
        <translation>PCA，成分逐渐增多</translation>
    </message>
    <message>
        <source>PCA, whose code is stored in the same way, beats every autoencoder with {0} of its {1} settings, and WebP with {2} of {3}.</source>
        <translation>以同样方式存储编码的 PCA 有 {1} 种设置，其中 {0} 种胜过所有自编码器；WebP 的 {3} 种中有 {2} 种。</translation>
    </message>
    <message>
        <source>PCA, {0}</source>
        <translation>PCA，{0}</translation>
    </message>
    <message>
        <source>PSNR after the model</source>
        <translation>经过模型后的 PSNR</translation>
    </message>
    <message>
        <source>PSNR in decibels</source>
        <translation>PSNR（分贝）</translation>
    </message>
    <message>
        <source>PSNR of the noisy images</source>
        <translation>含噪图像的 PSNR</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Partial collapse at β = {0}: {1} of {2} latents say nothing about the image.</source>
        <translation>β = {0} 时部分坍缩：{2} 个潜变量中有 {1} 个不携带图像的信息。</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>惩罚</translation>
    </message>
    <message>
        <source>Penalty too strong</source>
        <translation>惩罚过强</translation>
    </message>
    <message>
        <source>Penalty {0}</source>
        <translation>惩罚 {0}</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Pixels go from {0} to {1}, but the output can only be from 0 to 1.</source>
        <translation>像素从 {0} 到 {1}，但输出只能在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>Pixels lie outside 0 to 1</source>
        <translation>像素超出 0 到 1</translation>
    </message>
    <message>
        <source>Pixels use little of their range</source>
        <translation>像素只用了范围的一小部分</translation>
    </message>
    <message>
        <source>Plane: {0}</source>
        <translation>平面：{0}</translation>
    </message>
    <message>
        <source>Posterior collapse at β = {0}: no latent says anything, so every image becomes the same one.</source>
        <translation>β = {0} 时后验坍缩：没有潜变量携带信息，所有图像都变成同一幅。</translation>
    </message>
    <message>
        <source>Preparing to download {0}</source>
        <translation>正在准备下载 {0}</translation>
    </message>
    <message>
        <source>Rate and quality: {0}</source>
        <translation>码率与质量：{0}</translation>
    </message>
    <message>
        <source>Raw pixels</source>
        <translation>原始像素</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已达到</translation>
    </message>
    <message>
        <source>Reading page {0} of {1}</source>
        <translation>正在读取第 {0} 页，共 {1} 页</translation>
    </message>
    <message>
        <source>Reading picture {0} of {1}</source>
        <translation>正在读取第 {0} 张图片，共 {1} 张</translation>
    </message>
    <message>
        <source>Reading sound {0} of {1}</source>
        <translation>正在读取第 {0} 段声音，共 {1} 段</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>正在读取 {0}</translation>
    </message>
    <message>
        <source>Reconstructing the examples</source>
        <translation>正在重构样本</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>重构</translation>
    </message>
    <message>
        <source>Reconstruction (nats per image)</source>
        <translation>重构（奈特／图像）</translation>
    </message>
    <message>
        <source>Reconstruction (nats)</source>
        <translation>重构（奈特）</translation>
    </message>
    <message>
        <source>Reconstruction against KL</source>
        <translation>重构与 KL</translation>
    </message>
    <message>
        <source>Reconstruction error</source>
        <translation>重构误差</translation>
    </message>
    <message>
        <source>Reconstruction error alone</source>
        <translation>仅重构误差</translation>
    </message>
    <message>
        <source>Reconstruction, β = 1</source>
        <translation>重构，β = 1</translation>
    </message>
    <message>
        <source>Run in full on {0}.</source>
        <translation>在 {0} 上完整运行。</translation>
    </message>
    <message>
        <source>Same network, trained without noise</source>
        <translation>相同网络，训练时无噪声</translation>
    </message>
    <message>
        <source>Samples from the prior: the same points, decoded</source>
        <translation>先验样本：相同的点，解码后</translation>
    </message>
    <message>
        <source>Samples to real images</source>
        <translation>样本到真实图像</translation>
    </message>
    <message>
        <source>Saying anything costs more than it saves in the reconstruction, so images are blurred.</source>
        <translation>表达任何信息的代价都大于它在重构上省下的，因此图像模糊。</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Seconds after it</source>
        <translation>其后的秒数</translation>
    </message>
    <message>
        <source>Seconds of pretraining</source>
        <translation>预训练秒数</translation>
    </message>
    <message>
        <source>Seconds of training</source>
        <translation>训练秒数</translation>
    </message>
    <message>
        <source>Seconds, pretraining included</source>
        <translation>秒（含预训练）</translation>
    </message>
    <message>
        <source>Seconds, without compiling</source>
        <translation>秒（不含编译）</translation>
    </message>
    <message>
        <source>Sequence, {0}</source>
        <translation>序列，{0}</translation>
    </message>
    <message>
        <source>Sequence-to-sequence autoencoder</source>
        <translation>序列到序列自编码器</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>设置已更改</translation>
    </message>
    <message>
        <source>Settings of the models</source>
        <translation>各模型的设置</translation>
    </message>
    <message>
        <source>Seven maps</source>
        <translation>七幅地图</translation>
    </message>
    <message>
        <source>Share of the images</source>
        <translation>图像的比例</translation>
    </message>
    <message>
        <source>Share of the others above it</source>
        <translation>其他图像高于阈值的比例</translation>
    </message>
    <message>
        <source>Share of zeros</source>
        <translation>零的比例</translation>
    </message>
    <message>
        <source>Share of zeros in the code</source>
        <translation>编码中零的比例</translation>
    </message>
    <message>
        <source>Share of zeros, {0}</source>
        <translation>零的比例，{0}</translation>
    </message>
    <message>
        <source>Share of {0} above the threshold</source>
        <translation>{0} 高于阈值的比例</translation>
    </message>
    <message>
        <source>Share of {0} test examples told right</source>
        <translation>{0} 测试样本认对的比例</translation>
    </message>
    <message>
        <source>Share told wrong</source>
        <translation>认错的比例</translation>
    </message>
    <message>
        <source>Show epoch {0}</source>
        <translation>显示第 {0} 轮</translation>
    </message>
    <message>
        <source>Show the data</source>
        <translation>显示数据设置</translation>
    </message>
    <message>
        <source>Side of each square convolution kernel.</source>
        <translation>每个正方形卷积核的边长。</translation>
    </message>
    <message>
        <source>Sigmoid, Glorot</source>
        <translation>Sigmoid，Glorot</translation>
    </message>
    <message>
        <source>Sigmoid, N(0, {0}²)</source>
        <translation>Sigmoid，N(0, {0}²)</translation>
    </message>
    <message>
        <source>Simple</source>
        <translation>简单</translation>
    </message>
    <message>
        <source>Simple, 2</source>
        <translation>简单，2</translation>
    </message>
    <message>
        <source>Simple, linear code</source>
        <translation>简单，线性编码</translation>
    </message>
    <message>
        <source>Simple, trained without noise</source>
        <translation>简单，训练时无噪声</translation>
    </message>
    <message>
        <source>Simple, {0}</source>
        <translation>简单，{0}</translation>
    </message>
    <message>
        <source>Small filters pass over the image, and pooling halves it three times. The code is eight maps of 4×4 pixels: 128 numbers, four times as many as before, which is part of why the loss is lower.</source>
        <translation>小滤波器扫过图像，池化使它三次减半。编码是八张 4×4 像素的特征图：128 个数，是先前的四倍，这也是损失更低的部分原因。</translation>
    </message>
    <message>
        <source>Smaller batches are more steps in each epoch, and on today&apos;s processors they cost little more.</source>
        <translation>批次越小，每轮的步数越多，而在今天的处理器上几乎不会更慢。</translation>
    </message>
    <message>
        <source>So every output is the same, whatever the input.</source>
        <translation>因此不论输入是什么，输出都一样。</translation>
    </message>
    <message>
        <source>So the decoder knows nothing of its input and gives the same blurred mean for each one.</source>
        <translation>因此解码器对输入一无所知，对每个都给出同样模糊的平均。</translation>
    </message>
    <message>
        <source>So the validation loss judges the model by something that it never saw.</source>
        <translation>因此验证损失是用模型从未见过的东西来评判它。</translation>
    </message>
    <message>
        <source>Some class has a single test example, so its neighbours can&apos;t be judged: use data with more of each class.</source>
        <translation>某个类别只有一个测试样本，无法判断它的邻居：请使用每类样本更多的数据。</translation>
    </message>
    <message>
        <source>Some codes are not finite numbers, so no map can be made: the training has diverged, try a lower learning rate.</source>
        <translation>有些编码不是有限的数，无法制图：训练已发散，请降低学习率。</translation>
    </message>
    <message>
        <source>Some codes in {0} are not finite numbers.</source>
        <translation>{0} 中有些编码不是有限的数。</translation>
    </message>
    <message>
        <source>Some images</source>
        <translation>若干图像</translation>
    </message>
    <message>
        <source>Something unforeseen went wrong: {0}: {1}</source>
        <translation>出现了意外错误：{0}：{1}</translation>
    </message>
    <message>
        <source>Sparse, {0}</source>
        <translation>稀疏，{0}</translation>
    </message>
    <message>
        <source>Stalled optimizer</source>
        <translation>优化器停滞</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Starting TensorFlow</source>
        <translation>正在启动 TensorFlow</translation>
    </message>
    <message>
        <source>Stop early, after {0} epochs</source>
        <translation>提前停止（{0} 轮）</translation>
    </message>
    <message>
        <source>Storing images</source>
        <translation>正在存储图像</translation>
    </message>
    <message>
        <source>Storing images as files</source>
        <translation>正在把图像存成文件</translation>
    </message>
    <message>
        <source>Storing other images</source>
        <translation>正在存储其他图像</translation>
    </message>
    <message>
        <source>Stretch the pixels</source>
        <translation>拉伸像素范围</translation>
    </message>
    <message>
        <source>Stretch the pixels, so that the darkest becomes 0 and the brightest 1.</source>
        <translation>请拉伸像素，使最暗的变为 0、最亮的变为 1。</translation>
    </message>
    <message>
        <source>Taking noise away</source>
        <translation>去除噪声</translation>
    </message>
    <message>
        <source>Telling classes apart: {0}</source>
        <translation>正在区分类别：{0}</translation>
    </message>
    <message>
        <source>Ten test digits in a row, their reconstructions below: softer at the edges, and every one readable.</source>
        <translation>一行十个测试数字，下面是它们的重构：边缘较柔和，个个可读。</translation>
    </message>
    <message>
        <source>Ten test digits over their reconstructions, a little crisper than those of one layer.</source>
        <translation>十个测试数字，下面是重构，比单层模型的略清晰。</translation>
    </message>
    <message>
        <source>Ten test digits over their reconstructions, close to the originals.</source>
        <translation>十个测试数字，下面是重构，接近原图。</translation>
    </message>
    <message>
        <source>Ten test digits over their reconstructions, which look as they did without the penalty.</source>
        <translation>十个测试数字，下面是重构，看起来与没有惩罚时一样。</translation>
    </message>
    <message>
        <source>TensorFlow {0} · Keras {1} · {2}</source>
        <translation>TensorFlow {0} · Keras {1} · {2}</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试比例</translation>
    </message>
    <message>
        <source>Test with data of the same kind: shuffle the examples, or choose the data that the run was trained on.</source>
        <translation>请用同类数据测试：打乱样本，或选择该运行训练时所用的数据。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The KL term is too strong for these data: train with β = {0} instead of {1}.</source>
        <translation>KL 项对这些数据来说太强：请用 β = {0} 代替 {1} 来训练。</translation>
    </message>
    <message>
        <source>The L1 penalty is too strong</source>
        <translation>L1 惩罚过强</translation>
    </message>
    <message>
        <source>The Ray cluster at {0} doesn&apos;t answer as it should: {1}. One that asks for a token needs RAY_AUTH_MODE=token and RAY_AUTH_TOKEN in this program&apos;s environment.</source>
        <translation>{0} 的 Ray 集群应答异常：{1}。要求令牌的集群需要在本程序的环境中设置 RAY_AUTH_MODE=token 和 RAY_AUTH_TOKEN。</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>The article doesn&apos;t say where its random numbers began, and where they begin moves the result by a few per cent. This seed is one of those that end where the article did.</source>
        <translation>文章没有说明随机数的起点，而起点会使结果相差百分之几。这个种子属于结果与文章一致的那些。</translation>
    </message>
    <message>
        <source>The article gives no numbers for this model, only pictures.</source>
        <translation>对这个模型，文章没有给出数值，只有图像。</translation>
    </message>
    <message>
        <source>The article has no chapter and no experiment called “{0}”: {1}</source>
        <translation>文章中没有名为“{0}”的章节或实验：{1}</translation>
    </message>
    <message>
        <source>The article shows no results of this model.</source>
        <translation>文章没有展示这个模型的结果。</translation>
    </message>
    <message>
        <source>The article&apos;s convolutional code has {0} numbers; against a simple one of that size its error is {1} lower.</source>
        <translation>文章的卷积编码有 {0} 个数；与同样大小的简单编码相比，误差低 {1}。</translation>
    </message>
    <message>
        <source>The article&apos;s figure:</source>
        <translation>文章的图：</translation>
    </message>
    <message>
        <source>The article&apos;s losses are of MNIST, after its own numbers of epochs; these are of {0}.</source>
        <translation>文章的损失来自 MNIST 和它自己的轮数；这里的来自 {0}。</translation>
    </message>
    <message>
        <source>The article&apos;s numbers are of MNIST, trained in full. Here they stand beside ours, but the two can&apos;t be compared.</source>
        <translation>文章的数值来自在 MNIST 上的完整训练。这里它们与我们的数值并列，但两者不能比较。</translation>
    </message>
    <message>
        <source>The article&apos;s numbers are of MNIST; these are of {0}. They stand side by side, and comparing them says nothing.</source>
        <translation>文章的数值来自 MNIST，这里的来自 {0}。两者只是并列，比较它们没有意义。</translation>
    </message>
    <message>
        <source>The best of each kind</source>
        <translation>每类中最好的</translation>
    </message>
    <message>
        <source>The chapter&apos;s own data ({0}) can&apos;t be had.</source>
        <translation>无法取得本章自己的数据（{0}）。</translation>
    </message>
    <message>
        <source>The chapter&apos;s settings have changed since. Run it again to see what they give.</source>
        <translation>此后本章的设置已更改。请重新运行，查看新设置的结果。</translation>
    </message>
    <message>
        <source>The clean page is {0}: choose the same page at the same size.</source>
        <translation>干净页面为 {0}：请选择同样大小的同一页。</translation>
    </message>
    <message>
        <source>The clean sound has {0} channels, not {1}: choose the same recording.</source>
        <translation>干净声音有 {0} 个声道，而不是 {1} 个：请选择同一段录音。</translation>
    </message>
    <message>
        <source>The clean sound lasts {0} s, not {1} s: choose the same recording.</source>
        <translation>干净声音长 {0} 秒，而不是 {1} 秒：请选择同一段录音。</translation>
    </message>
    <message>
        <source>The codes in {0} are {1}, but this run&apos;s are n×{2}.</source>
        <translation>{0} 中的编码为 {1}，而此运行的是 n×{2}。</translation>
    </message>
    <message>
        <source>The codes of ten digits as upright strips of grey squares, four wide, which no eye can read.</source>
        <translation>十个数字的编码，显示为竖条，每条宽四个灰色方格，肉眼无法辨认。</translation>
    </message>
    <message>
        <source>The columns of {0} must be {1} to {2}, each once: name them so.</source>
        <translation>{0} 的列必须是 {1} 到 {2}，各出现一次：请这样命名。</translation>
    </message>
    <message>
        <source>The convolutional model has {0} parameters, the simple one {1}.</source>
        <translation>卷积模型有 {0} 个参数，简单模型有 {1} 个。</translation>
    </message>
    <message>
        <source>The cosine is laid over sixty epochs; the built-in digits, for which these settings were chosen, take seconds for them.</source>
        <translation>余弦铺在六十轮上；这些设置是为内置的手写数字选定的，六十轮只需几秒。</translation>
    </message>
    <message>
        <source>The cosine is laid over sixty epochs; where the error still falls, ten more are worth it.</source>
        <translation>余弦铺在六十轮上；误差仍在下降时，多十轮是值得的。</translation>
    </message>
    <message>
        <source>The count of “{0}” ({1}) must be from {2} to {3}, not {4}.</source>
        <translation>“{0}”的数量（{1}）必须从 {2} 到 {3}，而不是 {4}。</translation>
    </message>
    <message>
        <source>The data are no longer those that the trials in {0} were trained on: begin a new sweep.</source>
        <translation>数据已不是 {0} 中各次试验训练时所用的：请新建一个扫描。</translation>
    </message>
    <message>
        <source>The data on the worker {0} are others than here: every node needs the same files at the same place.</source>
        <translation>节点 {0} 上的数据与这里的不同：每个节点都需要在相同的位置有相同的文件。</translation>
    </message>
    <message>
        <source>The data set {0}</source>
        <translation>数据集 {0}</translation>
    </message>
    <message>
        <source>The data “{0}” need a file or folder: write {1}:PATH.</source>
        <translation>数据“{0}”需要一个文件或文件夹：请写 {1}:PATH。</translation>
    </message>
    <message>
        <source>The decoder ends in {0}, but the data are {1}.</source>
        <translation>解码器以 {0} 结束，但数据是 {1}。</translation>
    </message>
    <message>
        <source>The disk is full, so the run in {0} can&apos;t be kept on: free some space, or choose another folder.</source>
        <translation>磁盘已满，{0} 中的运行无法继续保存：请腾出空间，或选择另一个文件夹。</translation>
    </message>
    <message>
        <source>The error can&apos;t tell all of them: {0}.</source>
        <translation>误差不能区分所有各类：{0}。</translation>
    </message>
    <message>
        <source>The error tells them apart: {0}.</source>
        <translation>误差能区分它们：{0}。</translation>
    </message>
    <message>
        <source>The figure “{0}” has no count: leave it out.</source>
        <translation>图“{0}”没有数量：请去掉它。</translation>
    </message>
    <message>
        <source>The figure “{0}” has no noise of its own: leave it out.</source>
        <translation>图“{0}”没有自己的噪声：请去掉它。</translation>
    </message>
    <message>
        <source>The figure “{0}” is of one run, not of {1}: only compare takes several.</source>
        <translation>图“{0}”只属于一个运行，而不是 {1} 个：只有 compare 接受多个。</translation>
    </message>
    <message>
        <source>The figure “{0}” shows no chosen examples: leave them out.</source>
        <translation>图“{0}”不显示所选样本：请去掉它们。</translation>
    </message>
    <message>
        <source>The figure “{0}” shows up to {1} chosen examples, not {2}.</source>
        <translation>图“{0}”最多显示 {1} 个所选样本，而不是 {2} 个。</translation>
    </message>
    <message>
        <source>The figure “{0}” takes 2 to {1} runs, not {2}: give the folders of all of them.</source>
        <translation>图“{0}”需要 2 到 {1} 个运行，而不是 {2} 个：请给出它们的文件夹。</translation>
    </message>
    <message>
        <source>The file {0}</source>
        <translation>文件 {0}</translation>
    </message>
    <message>
        <source>The file {0} can&apos;t be read: {1}.</source>
        <translation>无法读取文件 {0}：{1}。</translation>
    </message>
    <message>
        <source>The file {0} holds Python objects, which could run code and are never read: save a plain array of numbers.</source>
        <translation>文件 {0} 存有 Python 对象，它们可能执行代码，因此从不读取：请保存普通的数值数组。</translation>
    </message>
    <message>
        <source>The file {0} holds a table with named columns: save a plain array of numbers.</source>
        <translation>文件 {0} 存的是带列名的表格：请保存普通的数值数组。</translation>
    </message>
    <message>
        <source>The file {0} holds one number for each example, so it may be labels: choose the file with the examples.</source>
        <translation>文件 {0} 的每个样本只有一个数，可能是标签：请选择存有样本的文件。</translation>
    </message>
    <message>
        <source>The file {0} holds the arrays {1}: name the examples x_train (and x_test, y_train, y_test) or images.</source>
        <translation>文件 {0} 含有数组 {1}：请把样本命名为 x_train（以及 x_test、y_train、y_test）或 images。</translation>
    </message>
    <message>
        <source>The file {0} is cut off: its header promises {1} bytes of numbers, but {2} are there.</source>
        <translation>文件 {0} 不完整：文件头声明有 {1} 字节的数值，实际只有 {2}。</translation>
    </message>
    <message>
        <source>The file {0} is damaged or no archive of AE Workbench ({1}): get it again.</source>
        <translation>文件 {0} 已损坏，或不是 AE Workbench 的归档（{1}）：请重新获取。</translation>
    </message>
    <message>
        <source>The file {0} is damaged or not what its name says ({1}): get or save it again.</source>
        <translation>文件 {0} 已损坏，或与其名称不符（{1}）：请重新获取或保存。</translation>
    </message>
    <message>
        <source>The file {0} is empty: it needs one sequence in each row.</source>
        <translation>文件 {0} 是空的：每行需要一个序列。</translation>
    </message>
    <message>
        <source>The file {0} is neither a .npy, .npz nor an IDX file: choose one of these.</source>
        <translation>文件 {0} 既不是 .npy、.npz，也不是 IDX 文件：请选择其中一种。</translation>
    </message>
    <message>
        <source>The file {0} is not an IDX file: its first bytes don&apos;t say so.</source>
        <translation>文件 {0} 不是 IDX 文件：其开头字节不符。</translation>
    </message>
    <message>
        <source>The file {0} is too large for a CSV file: save the sequences as a .npy file.</source>
        <translation>文件 {0} 作为 CSV 太大：请把序列存为 .npy 文件。</translation>
    </message>
    <message>
        <source>The file {0} may not be read: check its permissions.</source>
        <translation>无权读取文件 {0}：请检查其权限。</translation>
    </message>
    <message>
        <source>The file {0} must end in {1} or {2}.</source>
        <translation>文件 {0} 必须以 {1} 或 {2} 结尾。</translation>
    </message>
    <message>
        <source>The file {0} must end in {1}.</source>
        <translation>文件 {0} 必须以 {1} 结尾。</translation>
    </message>
    <message>
        <source>The file {0} needs more memory than this computer has: save it as a .npy file, which stays on disk.</source>
        <translation>文件 {0} 所需的内存超过本机所有：请存为 .npy 文件，它可留在磁盘上。</translation>
    </message>
    <message>
        <source>The file {0} unpacks to {1} GiB: save it as a .npy file, which stays on disk.</source>
        <translation>文件 {0} 解压后有 {1} GiB：请存为 .npy 文件，它可留在磁盘上。</translation>
    </message>
    <message>
        <source>The file {0} would unpack to over {1} times its size, as no real data do: save it as a .npy file.</source>
        <translation>文件 {0} 解压后会超过自身大小的 {1} 倍，真实数据不会如此：请存为 .npy 文件。</translation>
    </message>
    <message>
        <source>The folder {0} can&apos;t be read: {1}.</source>
        <translation>无法读取文件夹 {0}：{1}。</translation>
    </message>
    <message>
        <source>The folder {0} doesn&apos;t exist: make it first, or choose another.</source>
        <translation>文件夹 {0} 不存在：请先创建，或选择另一个。</translation>
    </message>
    <message>
        <source>The folder {0} is not empty: choose another for the sweep.</source>
        <translation>文件夹 {0} 不是空的：请为扫描另选一个。</translation>
    </message>
    <message>
        <source>The folder {0} is not empty: choose another, or go on with the run in it (--resume).</source>
        <translation>文件夹 {0} 不是空的：请选择另一个，或继续其中的运行 (--resume)。</translation>
    </message>
    <message>
        <source>The function applied to each unit&apos;s sum. relu is the article&apos;s choice; linear turns the dense autoencoder into PCA.</source>
        <translation>施加于每个单元之和的函数。文章选用 relu；linear 使全连接自编码器成为 PCA。</translation>
    </message>
    <message>
        <source>The history of {0} ends at epoch {1}, but weights of epoch {2} are there: bring its history.jsonl back, or begin a new run.</source>
        <translation>{0} 的历史止于第 {1} 轮，但存有第 {2} 轮的权重：请找回它的 history.jsonl，或开始新的运行。</translation>
    </message>
    <message>
        <source>The home folder in {0} is unknown: give the whole path of {1}.</source>
        <translation>{0} 中的主文件夹未知：请给出{1}的完整路径。</translation>
    </message>
    <message>
        <source>The journal of the sweep in {0} is broken: its trials can&apos;t be read.</source>
        <translation>{0} 中扫描的日志已损坏：无法读取其中的试验。</translation>
    </message>
    <message>
        <source>The learning rate is usual, so look at the data, take another activation, or train longer.</source>
        <translation>学习率正常，因此请查看数据、换用其他激活函数，或训练更久。</translation>
    </message>
    <message>
        <source>The limit of memory must be a number of gigabytes above 0, such as 4, not {0}.</source>
        <translation>内存上限必须是大于 0 的 GB 数，例如 4，不能是 {0}。</translation>
    </message>
    <message>
        <source>The loss stands below the training of the convolutional model.</source>
        <translation>损失写在卷积模型的训练之后。</translation>
    </message>
    <message>
        <source>The loss stands below the training of the deep model.</source>
        <translation>损失写在深层模型的训练之后。</translation>
    </message>
    <message>
        <source>The loss stands below the training of the first model, the mean of its codes beside that of the sparse one.</source>
        <translation>损失写在第一个模型的训练之后，其编码的平均值写在稀疏模型的旁边。</translation>
    </message>
    <message>
        <source>The loss stopped being a finite number, so the training ended.</source>
        <translation>损失不再是有限的数，因此训练结束了。</translation>
    </message>
    <message>
        <source>The loss was no longer a finite number in epoch {0}; epoch {1} is kept. A lower learning rate usually helps.</source>
        <translation>第 {0} 轮中损失不再是有限的数；保留第 {1} 轮。降低学习率通常有效。</translation>
    </message>
    <message>
        <source>The mean is {0} lower, but a code that only shrinks lowers it, too; the share of numbers that are exactly 0 goes from {1} to {2}.</source>
        <translation>平均值降低了 {0}，但编码只要整体缩小也会如此；恰为 0 的数所占比例从 {1} 变为 {2}。</translation>
    </message>
    <message>
        <source>The model does with {0}. That does no harm, but a code of {1} latents would tell you the same and be smaller.</source>
        <translation>模型用 {0} 个就够了。这无妨，但 {1} 个潜变量的编码说明同样的内容，而且更小。</translation>
    </message>
    <message>
        <source>The model has learned nothing yet</source>
        <translation>模型还什么都没学到</translation>
    </message>
    <message>
        <source>The model in two settings</source>
        <translation>同一模型的两种设置</translation>
    </message>
    <message>
        <source>The model knows one kind only: {0}.</source>
        <translation>模型只懂一类图像：{0}。</translation>
    </message>
    <message>
        <source>The model makes do with the other {0}.</source>
        <translation>模型只靠其余 {0} 个。</translation>
    </message>
    <message>
        <source>The model now learns its {0} training examples by heart rather than what they have in common.</source>
        <translation>模型现在是在背它的 {0} 个训练样本，而不是学它们的共同之处。</translation>
    </message>
    <message>
        <source>The model overfits</source>
        <translation>模型过拟合</translation>
    </message>
    <message>
        <source>The network sees digits under heavy noise and is asked for the clean ones. To be right it has to know what digits look like.</source>
        <translation>网络看到的是噪声很重的数字，却要给出干净的数字。要答对，它必须知道数字是什么样子。</translation>
    </message>
    <message>
        <source>The noisy and clean {0} examples of {1} differ in number, size or type: each needs its partner.</source>
        <translation>{1} 的含噪与干净{0}样本在数量、大小或类型上不一致：每个样本都需要与之配对的另一半。</translation>
    </message>
    <message>
        <source>The optimizer has stalled</source>
        <translation>优化器停滞不前</translation>
    </message>
    <message>
        <source>The optimizer&apos;s state</source>
        <translation>优化器的状态</translation>
    </message>
    <message>
        <source>The optimizer&apos;s state after epoch {0} in {1} doesn&apos;t belong to this model: it begins anew.</source>
        <translation>{1} 中第 {0} 轮之后的优化器状态不属于此模型：优化器将重新开始。</translation>
    </message>
    <message>
        <source>The optimizer&apos;s state after epoch {0} isn&apos;t in {1}: it begins anew.</source>
        <translation>{1} 中没有第 {0} 轮之后的优化器状态：优化器将重新开始。</translation>
    </message>
    <message>
        <source>The others have to draw everything, so images lose detail.</source>
        <translation>其余单元必须画出一切，因此图像失去细节。</translation>
    </message>
    <message>
        <source>The penalty of {0} hardly makes codes sparser: {1}.</source>
        <translation>{0} 的惩罚几乎没有让编码更稀疏：{1}。</translation>
    </message>
    <message>
        <source>The penalty of {0} makes codes sparser at almost the same reconstruction: {1}.</source>
        <translation>{0} 的惩罚让编码更稀疏，而重构几乎不变：{1}。</translation>
    </message>
    <message>
        <source>The penalty of {0} makes codes sparser, but that costs: {1}.</source>
        <translation>{0} 的惩罚让编码更稀疏，但有代价：{1}。</translation>
    </message>
    <message>
        <source>The penalty&apos;s weight of {0} is too much for these data: train with {1}.</source>
        <translation>惩罚的权重 {0} 对这些数据来说太大：请用 {1} 训练。</translation>
    </message>
    <message>
        <source>The picture {0} can&apos;t be read: it is broken, of another format or larger than 33 million pixels.</source>
        <translation>无法读取图片 {0}：它已损坏、格式不同或大于 3300 万像素。</translation>
    </message>
    <message>
        <source>The range of {0} must go from a smaller number to a larger one, above 0 on a logarithmic scale.</source>
        <translation>{0} 的范围必须从较小的数到较大的数；对数刻度下必须大于 0。</translation>
    </message>
    <message>
        <source>The range of {0} needs numbers, not “{1}”.</source>
        <translation>{0} 的范围需要数字，而不是“{1}”。</translation>
    </message>
    <message>
        <source>The recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>The recipe {0} can&apos;t be read: it is not a file.</source>
        <translation>无法读取配方 {0}：它不是文件。</translation>
    </message>
    <message>
        <source>The recipe {0} can&apos;t be read: {1}.</source>
        <translation>无法读取配方 {0}：{1}。</translation>
    </message>
    <message>
        <source>The recipe&apos;s data</source>
        <translation>配方的数据</translation>
    </message>
    <message>
        <source>The recipe&apos;s data have a source or parameters that no data set has: choose the data anew.</source>
        <translation>配方的数据来源或参数不属于任何数据集：请重新选择数据。</translation>
    </message>
    <message>
        <source>The recipe&apos;s data limit must be a whole number, 0 for all.</source>
        <translation>配方的数据 limit 必须是整数，0 表示全部。</translation>
    </message>
    <message>
        <source>The recipe&apos;s data must be an object with source, parameters and limit.</source>
        <translation>配方的数据必须是含有 source、parameters 和 limit 的对象。</translation>
    </message>
    <message>
        <source>The recipe&apos;s data must name a source and give its parameters as an object.</source>
        <translation>配方的数据必须指明来源，并以对象给出其参数。</translation>
    </message>
    <message>
        <source>The recipe&apos;s data source “{0}” is unknown: this program has {1}.</source>
        <translation>配方的数据来源“{0}”未知：本程序有 {1}。</translation>
    </message>
    <message>
        <source>The recipe&apos;s name must be a text.</source>
        <translation>配方的名称必须是文本。</translation>
    </message>
    <message>
        <source>The recipe&apos;s variant {0} is unknown: choose one of {1}.</source>
        <translation>配方中的类型 {0} 未知：请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>The result can&apos;t be kept in {0}: {1}.</source>
        <translation>结果无法保存在 {0}：{1}。</translation>
    </message>
    <message>
        <source>The rows of {0} have {1}: change the features.</source>
        <translation>{0} 的各行有 {1}：请更改特征数。</translation>
    </message>
    <message>
        <source>The run can&apos;t be copied to {0}: {1}.</source>
        <translation>无法把运行复制到 {0}：{1}。</translation>
    </message>
    <message>
        <source>The run in this archive is of a version this program doesn&apos;t know: please update it.</source>
        <translation>此归档中运行的版本为本程序所不识：请更新程序。</translation>
    </message>
    <message>
        <source>The run in {0} can&apos;t be deleted: {1}.</source>
        <translation>无法删除 {0} 中的运行：{1}。</translation>
    </message>
    <message>
        <source>The run in {0} can&apos;t be kept on ({1}): choose another folder.</source>
        <translation>{0} 中的运行无法继续保存（{1}）：请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>The run in {0} can&apos;t be renamed: {1}.</source>
        <translation>无法重命名 {0} 中的运行：{1}。</translation>
    </message>
    <message>
        <source>The run in {0} can&apos;t clean sounds: its data aren&apos;t the spectrograms that its recipe tells of.</source>
        <translation>{0} 中的运行不能清理声音：它的数据不是其配方所说的频谱图。</translation>
    </message>
    <message>
        <source>The run in {0} is of another recipe than trial {1}: it is left as it is.</source>
        <translation>{0} 中的运行与试验 {1} 的配方不同：保持原样。</translation>
    </message>
    <message>
        <source>The run in {0} is open in another AE Workbench, so it can&apos;t be deleted: close it there first.</source>
        <translation>{0} 中的运行已在另一个 AE Workbench 中打开，无法删除：请先在那里关闭。</translation>
    </message>
    <message>
        <source>The run in {0} is open in another AE Workbench, so it can&apos;t be renamed: close it there first.</source>
        <translation>{0} 中的运行已在另一个 AE Workbench 中打开，无法重命名：请先在那里关闭。</translation>
    </message>
    <message>
        <source>The run in {0} is open in another AE Workbench: close it there, or wait until its training has ended.</source>
        <translation>{0} 中的运行已在另一个 AE Workbench 中打开：请在那里关闭，或等其训练结束。</translation>
    </message>
    <message>
        <source>The run of this trial is gone or broken: it is trained again when the sweep goes on.</source>
        <translation>这次试验的运行已丢失或损坏：继续扫描时会重新训练。</translation>
    </message>
    <message>
        <source>The run takes arrays of {0}, but these are {1}.</source>
        <translation>此运行接受 {0} 的数组，但这些是 {1}。</translation>
    </message>
    <message>
        <source>The run {0} has no history yet, so there are no curves: train it for an epoch first.</source>
        <translation>运行 {0} 还没有历史，因此没有曲线：请先训练一轮。</translation>
    </message>
    <message>
        <source>The run {0} has no history yet: train it for an epoch first.</source>
        <translation>运行 {0} 还没有历史：请先训练一轮。</translation>
    </message>
    <message>
        <source>The run {0} has no weights of epoch {1}: stored are {2}.</source>
        <translation>运行 {0} 没有第 {1} 轮的权重：已存的有 {2}。</translation>
    </message>
    <message>
        <source>The run {0} has no weights yet: train it for an epoch first.</source>
        <translation>运行 {0} 还没有权重：请先训练一轮。</translation>
    </message>
    <message>
        <source>The run&apos;s facts can&apos;t be read from {0}: the file is broken.</source>
        <translation>无法从 {0} 读取运行的信息：文件已损坏。</translation>
    </message>
    <message>
        <source>The run&apos;s folder {0} can&apos;t be written to: allow writing there, or choose another folder.</source>
        <translation>无法写入运行的文件夹 {0}：请允许在那里写入，或选择另一个文件夹。</translation>
    </message>
    <message>
        <source>The run&apos;s folder {0} is no longer there: it was moved or deleted. Put it back, or choose another folder.</source>
        <translation>运行的文件夹 {0} 已不存在：它被移走或删除了。请放回，或选择另一个文件夹。</translation>
    </message>
    <message>
        <source>The run&apos;s history can&apos;t be read from {0}: {1}.</source>
        <translation>无法从 {0} 读取运行的历史：{1}。</translation>
    </message>
    <message>
        <source>The same against all the time it took</source>
        <translation>同上，按全部用时</translation>
    </message>
    <message>
        <source>The same before t-SNE</source>
        <translation>t-SNE 之前</translation>
    </message>
    <message>
        <source>The same code size, and the article&apos;s</source>
        <translation>相同的编码大小，以及文章中的大小</translation>
    </message>
    <message>
        <source>The same in a file each</source>
        <translation>各成一个文件时</translation>
    </message>
    <message>
        <source>The same network, but every number of the code adds to the loss. It keeps most of them near zero and loses hardly anything by it.</source>
        <translation>同样的网络，但编码的每个数都会增加损失。它让其中大多数接近零，却几乎没有因此损失什么。</translation>
    </message>
    <message>
        <source>The same on images of other kinds</source>
        <translation>在其他类图像上的同样比较</translation>
    </message>
    <message>
        <source>The same recipe, other examples: mean squared error</source>
        <translation>配方相同，样本不同：均方误差</translation>
    </message>
    <message>
        <source>The same with LZMA</source>
        <translation>用 LZMA 时</translation>
    </message>
    <message>
        <source>The schedule still lowers the rate in the {0} epochs that are left, so it may recover.</source>
        <translation>学习率计划还会在剩下的 {0} 轮中降低学习率，因此可能会恢复。</translation>
    </message>
    <message>
        <source>The seed is not varied like a parameter: list the seeds beside it, such as 1,2,3.</source>
        <translation>种子不像参数那样改变：请在旁边列出各个种子，例如 1,2,3。</translation>
    </message>
    <message>
        <source>The seeds of a sweep must be whole numbers from 0 to 2147483647, such as 1,2,3.</source>
        <translation>扫描的种子必须是 0 到 2147483647 的整数，例如 1,2,3。</translation>
    </message>
    <message>
        <source>The simple autoencoder learns about what PCA does: {0}.</source>
        <translation>简单自编码器学到的与 PCA 大致相同：{0}。</translation>
    </message>
    <message>
        <source>The simple autoencoder learns something else: {0}.</source>
        <translation>简单自编码器学到的是别的东西：{0}。</translation>
    </message>
    <message>
        <source>The simplest autoencoder</source>
        <translation>最简单的自编码器</translation>
    </message>
    <message>
        <source>The sound {0} can&apos;t be read: {1}.</source>
        <translation>无法读取声音 {0}：{1}。</translation>
    </message>
    <message>
        <source>The sounds data</source>
        <translation>声音数据</translation>
    </message>
    <message>
        <source>The squared error counts such a value like hundreds of usual ones, so the model attends to little else.</source>
        <translation>平方误差把这样一个值算作数百个普通值，因此模型几乎只顾着它。</translation>
    </message>
    <message>
        <source>The steps are too small for these data: train with Adam at 0.001.</source>
        <translation>步长对这些数据来说太小：请用 Adam、学习率 0.001 训练。</translation>
    </message>
    <message>
        <source>The sweep has an unknown key “{0}”; it may have {1}.</source>
        <translation>扫描里有未知的键“{0}”；可以有的是 {1}。</translation>
    </message>
    <message>
        <source>The sweep in {0} can&apos;t be deleted: {1}.</source>
        <translation>无法删除 {0} 中的扫描：{1}。</translation>
    </message>
    <message>
        <source>The sweep in {0} is running in another AE Workbench, so it can&apos;t be deleted: stop it there first.</source>
        <translation>{0} 中的扫描正在另一个 AE Workbench 中运行，因此不能删除：请先在那里停止它。</translation>
    </message>
    <message>
        <source>The sweep in {0} is running in another AE Workbench: stop it there first.</source>
        <translation>{0} 中的扫描正在另一个 AE Workbench 中运行：请先在那里停止它。</translation>
    </message>
    <message>
        <source>The sweep must list what it varies and its seeds, and say true or false for prune.</source>
        <translation>扫描必须列出所改变的参数和种子，并以 true 或 false 说明 prune。</translation>
    </message>
    <message>
        <source>The sweep varies {0} twice: choose another parameter beside it.</source>
        <translation>扫描两次改变了 {0}：请另选一个参数。</translation>
    </message>
    <message>
        <source>The sweep {0} can&apos;t be read: {1}.</source>
        <translation>无法读取扫描 {0}：{1}。</translation>
    </message>
    <message>
        <source>The sweep&apos;s number of trials must be a whole number, 0 for a grid.</source>
        <translation>扫描的试验数必须是整数，网格为 0。</translation>
    </message>
    <message>
        <source>The sweep&apos;s {0} needs values, or low, high and scale (linear or log), and nothing else.</source>
        <translation>扫描的 {0} 需要 values，或者 low、high 和 scale（linear 或 log），不能有别的。</translation>
    </message>
    <message>
        <source>The test data are of another range</source>
        <translation>测试数据的范围不同</translation>
    </message>
    <message>
        <source>The training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>The training data have mean 0 and standard deviation 1, the test data {0} and {1}.</source>
        <translation>训练数据的均值为 0、标准差为 1，测试数据则为 {0} 和 {1}。</translation>
    </message>
    <message>
        <source>The training diverged</source>
        <translation>训练发散</translation>
    </message>
    <message>
        <source>The training loss jumps</source>
        <translation>训练损失跳动</translation>
    </message>
    <message>
        <source>The training loss leapt up</source>
        <translation>训练损失曾突然升高</translation>
    </message>
    <message>
        <source>The training loss rises</source>
        <translation>训练损失上升</translation>
    </message>
    <message>
        <source>The training loss was down to {0} after epoch {1} and is up at {2} again.</source>
        <translation>训练损失在第 {1} 轮之后降到 {0}，现在又升到 {2}。</translation>
    </message>
    <message>
        <source>The training sequences have values up to {0} standard deviations from the mean.</source>
        <translation>训练序列中有的值偏离均值达 {0} 个标准差。</translation>
    </message>
    <message>
        <source>The trial ended without {0}.</source>
        <translation>试验结束时没有 {0}。</translation>
    </message>
    <message>
        <source>The trial was lost on the cluster: {0}.</source>
        <translation>这次试验在集群上丢失了：{0}。</translation>
    </message>
    <message>
        <source>The trial&apos;s process ended by itself (exit code {0}).</source>
        <translation>试验的进程自行结束了（退出码 {0}）。</translation>
    </message>
    <message>
        <source>The trial&apos;s process took {0} GB of memory, more than its limit of {1} GB: raise the limit, or vary over smaller models.</source>
        <translation>试验的进程占用了 {0} GB 内存，超过了 {1} GB 的上限：请提高上限，或在较小的模型上扫描。</translation>
    </message>
    <message>
        <source>The validation loss was lowest after epoch {0} ({1}). Since then it has risen by {2}, while the training loss fell by another {3}.</source>
        <translation>验证损失在第 {0} 轮之后最低（{1}）。此后它上升了 {2}，而训练损失又下降了 {3}。</translation>
    </message>
    <message>
        <source>The values of {0} have one twice: list each once.</source>
        <translation>{0} 的取值有重复：请每个只列一次。</translation>
    </message>
    <message>
        <source>The variational plane puts alike images side by side and any point of it decodes to one; β trades sharpness for that order.</source>
        <translation>变分平面让相似的图像相邻，其上任何一点都能解码成图像；β 以清晰换取这种秩序。</translation>
    </message>
    <message>
        <source>The weights don&apos;t belong to this plan: their shapes differ.</source>
        <translation>权重不属于此结构：形状不同。</translation>
    </message>
    <message>
        <source>The weights of epoch {0}</source>
        <translation>第 {0} 轮的权重</translation>
    </message>
    <message>
        <source>The weights of epoch {0} in {1} can&apos;t be shared: {2}.</source>
        <translation>{1} 中第 {0} 轮的权重无法分享：{2}。</translation>
    </message>
    <message>
        <source>The weights of epoch {0} in {1} don&apos;t fit the run&apos;s recipe.</source>
        <translation>{1} 中第 {0} 轮的权重与该运行的配方不符。</translation>
    </message>
    <message>
        <source>The weights of these {0} epochs take more than {1} GiB: choose fewer.</source>
        <translation>这 {0} 个轮次的权重超过 {1} GiB：请少选一些。</translation>
    </message>
    <message>
        <source>The whole deep model, epoch by epoch</source>
        <translation>整个深层模型，逐轮</translation>
    </message>
    <message>
        <source>The worker {0} has AE Workbench {1}, but this is {2}: install the same version on every node.</source>
        <translation>节点 {0} 上是 AE Workbench {1}，而这里是 {2}：请在每个节点上安装相同的版本。</translation>
    </message>
    <message>
        <source>The worker {0} lacks the data: {1}</source>
        <translation>节点 {0} 缺少数据：{1}</translation>
    </message>
    <message>
        <source>The worst of each kind</source>
        <translation>每类中最差的</translation>
    </message>
    <message>
        <source>The {0} data</source>
        <translation>{0} 数据</translation>
    </message>
    <message>
        <source>The {0} data come without a file or folder: give their name alone.</source>
        <translation>{0} 数据不需要文件或文件夹：只给出名称即可。</translation>
    </message>
    <message>
        <source>The {0} examples of {1} are {2}: use one size.</source>
        <translation>{1} 的{0}样本是 {2}：请使用同一大小。</translation>
    </message>
    <message>
        <source>The {0} examples of {1} have {2} not a finite number (NaN or infinite): fill or remove these.</source>
        <translation>{1} 的{0}样本中有{2}不是有限的数（NaN 或无穷）：请填补或移除。</translation>
    </message>
    <message>
        <source>The {0} pictures in {1} don&apos;t fit in memory at this size: choose a smaller height and width.</source>
        <translation>{1} 中的 {0} 张图片以此大小放不进内存：请选择较小的高度和宽度。</translation>
    </message>
    <message>
        <source>The {0} variant</source>
        <translation>{0} 类型</translation>
    </message>
    <message>
        <source>The {0} variant takes {1}, but these data are {2}s: {3}.</source>
        <translation>{0} 类型接受{1}，但这些数据是{2}：{3}。</translation>
    </message>
    <message>
        <source>Their sum, the bound</source>
        <translation>两者之和，即变分界</translation>
    </message>
    <message>
        <source>There are no pictures in {0}: it needs PNG, JPEG, BMP, WebP or TIFF files.</source>
        <translation>{0} 中没有图片：需要 PNG、JPEG、BMP、WebP 或 TIFF 文件。</translation>
    </message>
    <message>
        <source>There are no {0} in {1} that this run could clean.</source>
        <translation>{1} 中没有这次运行能清理的{0}。</translation>
    </message>
    <message>
        <source>There are no {0} in {1}: it needs {2} files.</source>
        <translation>{1} 中没有{0}：需要 {2} 文件。</translation>
    </message>
    <message>
        <source>There are only {0} {1}: at least {2} are needed, to train on and to test.</source>
        <translation>只有 {0} 个{1}：训练和测试至少需要 {2} 个。</translation>
    </message>
    <message>
        <source>There is no colour map “{0}”: choose one of {1}.</source>
        <translation>没有颜色映射“{0}”：请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>There is no example {0} among the {1} of {2}: count them from 0.</source>
        <translation>{2} 的 {1} 个样本中没有第 {0} 个：请从 0 数起。</translation>
    </message>
    <message>
        <source>There is no file or folder {0}: choose one that is there.</source>
        <translation>没有文件或文件夹 {0}：请选择存在的。</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>没有文件 {0}。</translation>
    </message>
    <message>
        <source>There is no file {0}: choose one that exists.</source>
        <translation>没有文件 {0}：请选择存在的文件。</translation>
    </message>
    <message>
        <source>There is no folder {0}: choose one that holds pictures.</source>
        <translation>没有文件夹 {0}：请选择存放图片的文件夹。</translation>
    </message>
    <message>
        <source>There is no folder {0}: choose one that holds {1}.</source>
        <translation>没有文件夹 {0}：请选择一个含有{1}的文件夹。</translation>
    </message>
    <message>
        <source>There is no layout “{0}”: choose one of {1}.</source>
        <translation>没有布局“{0}”：请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>There is no run in {0} to delete.</source>
        <translation>{0} 中没有可删除的运行。</translation>
    </message>
    <message>
        <source>There is no run in {0}: a run is a folder with recipe.json, run.json and weights.</source>
        <translation>{0} 中没有运行：运行是含有 recipe.json、run.json 和权重的文件夹。</translation>
    </message>
    <message>
        <source>There is no sampler “{0}”: choose one of {1}.</source>
        <translation>没有名为“{0}”的采样器：请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>There is no sweep in {0} to delete.</source>
        <translation>{0} 中没有可删除的扫描。</translation>
    </message>
    <message>
        <source>There is no sweep in {0}: a sweep is a folder with {1} and a run for each trial.</source>
        <translation>{0} 中没有扫描：扫描是一个含有 {1} 和每次试验的运行的文件夹。</translation>
    </message>
    <message>
        <source>There is no {0} called “{1}”: {2}</source>
        <translation>没有名为“{1}”的 {0}：{2}</translation>
    </message>
    <message>
        <source>There is nothing to animate: give at least one picture.</source>
        <translation>没有可制成动画的内容：请至少给出一张图片。</translation>
    </message>
    <message>
        <source>There the cross-entropy has no least value at the right answer, so the loss means nothing.</source>
        <translation>在那里，交叉熵并不在正确答案处最小，因此损失没有意义。</translation>
    </message>
    <message>
        <source>There was not enough memory for this trial: use fewer workers, or vary over smaller models.</source>
        <translation>这次试验的内存不足：请减少工作进程，或在较小的模型上扫描。</translation>
    </message>
    <message>
        <source>This archive has format version {0}, but this program knows up to {1}: please update it.</source>
        <translation>此归档的格式版本为 {0}，而本程序最多认识 {1}：请更新程序。</translation>
    </message>
    <message>
        <source>This archive has the format version {0}, which never was: get it again.</source>
        <translation>此归档的格式版本为 {0}，从未有过这样的版本：请重新获取。</translation>
    </message>
    <message>
        <source>This file is too large to be a recipe.</source>
        <translation>此文件太大，不可能是配方。</translation>
    </message>
    <message>
        <source>This file is too large to be a sweep.</source>
        <translation>这个文件太大，不可能是扫描。</translation>
    </message>
    <message>
        <source>This is not a recipe of AE Workbench: it is not valid JSON.</source>
        <translation>这不是 AE Workbench 的配方：它不是有效的 JSON。</translation>
    </message>
    <message>
        <source>This is not a recipe of AE Workbench: it lacks the line that says so.</source>
        <translation>这不是 AE Workbench 的配方：缺少说明这一点的那一行。</translation>
    </message>
    <message>
        <source>This is not a sweep of AE Workbench: it is not valid JSON.</source>
        <translation>这不是 AE Workbench 的扫描：它不是有效的 JSON。</translation>
    </message>
    <message>
        <source>This is not a sweep of AE Workbench: it lacks the line that says so.</source>
        <translation>这不是 AE Workbench 的扫描：缺少说明这一点的那一行。</translation>
    </message>
    <message>
        <source>This model is larger than a file of this format can be (2 GB): export it as a Keras model.</source>
        <translation>此模型大于这种格式的文件所能容纳的 (2 GB)：请导出为 Keras 模型。</translation>
    </message>
    <message>
        <source>This model would have {0} parameters; {1}.</source>
        <translation>此模型会有 {0} 个参数；{1}。</translation>
    </message>
    <message>
        <source>This recipe has format version {0}, but this program knows version {1}: please update it.</source>
        <translation>此配方的格式版本为 {0}，而本程序只认识版本 {1}：请更新程序。</translation>
    </message>
    <message>
        <source>This run was trained on sequences: choose one that was trained on images or sounds, such as documents or sound.</source>
        <translation>这次运行是在序列上训练的：请选择在图像或声音上训练的运行，例如 documents 或 sound。</translation>
    </message>
    <message>
        <source>This sweep has format version {0}, but this program knows version {1}: please update it.</source>
        <translation>这个扫描的格式版本是 {0}，而本程序只认识版本 {1}：请更新程序。</translation>
    </message>
    <message>
        <source>This sweep would be {0} trainings; at most {1} are possible: vary over fewer values.</source>
        <translation>这个扫描需要 {0} 次训练，最多只能有 {1} 次：请减少取值。</translation>
    </message>
    <message>
        <source>This was a quick look, with fewer images and epochs than the article&apos;s, so its numbers can&apos;t be compared.</source>
        <translation>这只是快速浏览，图像和轮次都比文章少，因此数值不能比较。</translation>
    </message>
    <message>
        <source>This was a quick test with few images and epochs: a longer training comes nearer.</source>
        <translation>这是图像少、轮数少的快速测试：训练更久会更接近。</translation>
    </message>
    <message>
        <source>Three cosines, each twice as long as the one before: a good result comes early, and a better one later.</source>
        <translation>三段余弦，每段是前一段的两倍长：好的结果来得早，更好的随后到。</translation>
    </message>
    <message>
        <source>Three layers on each side instead of one, with a code of the same 32 numbers. The article finds it a little better.</source>
        <translation>每侧三层而不是一层，编码同样是 32 个数。文章发现它略好一些。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time in all</source>
        <translation>总时间</translation>
    </message>
    <message>
        <source>Times smaller</source>
        <translation>缩小倍数</translation>
    </message>
    <message>
        <source>Times that of PCA</source>
        <translation>PCA 的倍数</translation>
    </message>
    <message>
        <source>Times that of own images</source>
        <translation>本类图像的倍数</translation>
    </message>
    <message>
        <source>To pretrain a deep network layer by layer was useful once; with better initialisation it no longer is.</source>
        <translation>逐层预训练深层网络曾经有用；有了更好的初始化便不再有用。</translation>
    </message>
    <message>
        <source>To the loss all images look nearly the same, so the model learns little but their common brightness.</source>
        <translation>在损失看来，所有图像几乎一样，因此模型学到的几乎只是它们共同的亮度。</translation>
    </message>
    <message>
        <source>Today&apos;s settings end at the same error ({0} against {1}), after {2} epochs and {3}.</source>
        <translation>今天的设置最终误差相同（{0} 对 {1}），分别用了 {2} 轮和 {3} 轮。</translation>
    </message>
    <message>
        <source>Today&apos;s settings end {0} higher ({1} against {2}), after {3} epochs and {4}.</source>
        <translation>今天的设置最终高 {0}（{1} 对 {2}），分别用了 {3} 轮和 {4} 轮。</translation>
    </message>
    <message>
        <source>Today&apos;s settings end {0} lower ({1} against {2}); what took {3} epochs as published they reach after {4}.</source>
        <translation>今天的设置最终低 {0}（{1} 对 {2}）；按文章需要 {3} 轮的结果，它们 {4} 轮就达到。</translation>
    </message>
    <message>
        <source>Too few noisy {0} in {1} have a clean one of the same name (alone: {2}): each needs its partner.</source>
        <translation>{1} 中有同名干净文件的含噪{0}太少（落单的：{2}）：每个都需要与之配对的另一半。</translation>
    </message>
    <message>
        <source>Train for more epochs, or on more examples.</source>
        <translation>训练更多轮，或使用更多样本。</translation>
    </message>
    <message>
        <source>Train it longer.</source>
        <translation>请训练更久。</translation>
    </message>
    <message>
        <source>Train with Adam at 0.001, or give Adadelta its own rate.</source>
        <translation>请用 Adam、学习率 0.001 训练，或给 Adadelta 它自己的学习率。</translation>
    </message>
    <message>
        <source>Train with a learning rate of {0}.</source>
        <translation>请用学习率 {0} 训练。</translation>
    </message>
    <message>
        <source>Train with β = {0}, and go up from there as far as the images stay good.</source>
        <translation>请用 β = {0} 训练，再从那里往上加，只要图像仍然好。</translation>
    </message>
    <message>
        <source>Train {0} epochs</source>
        <translation>训练 {0} 轮</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>已训练</translation>
    </message>
    <message>
        <source>Trained alike, with one penalty after the other</source>
        <translation>训练相同，只换惩罚</translation>
    </message>
    <message>
        <source>Trained as published</source>
        <translation>按文章训练</translation>
    </message>
    <message>
        <source>Trained as published, the model comes close to the article&apos;s numbers.</source>
        <translation>按文章训练，模型接近文章的数值。</translation>
    </message>
    <message>
        <source>Trained as published, the model misses the article&apos;s numbers.</source>
        <translation>按文章训练，模型没有达到文章的数值。</translation>
    </message>
    <message>
        <source>Trained as published, the model reaches some of the article&apos;s numbers and misses others.</source>
        <translation>按文章训练，模型达到了文章的一部分数值，另一部分没有达到。</translation>
    </message>
    <message>
        <source>Trained as published, the model reaches the article&apos;s numbers.</source>
        <translation>按文章训练，模型达到了文章的数值。</translation>
    </message>
    <message>
        <source>Trained on {0}</source>
        <translation>在 {0} 上训练</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training too short</source>
        <translation>训练太短</translation>
    </message>
    <message>
        <source>Training with {0} latents</source>
        <translation>正在用 {0} 个潜变量训练</translation>
    </message>
    <message>
        <source>Training with β = {0}</source>
        <translation>正在以 β = {0} 训练</translation>
    </message>
    <message>
        <source>Training {0}: epoch {1} of {2}</source>
        <translation>训练{0}：第 {1} 轮，共 {2} 轮</translation>
    </message>
    <message>
        <source>Training: Simple</source>
        <translation>正在训练：简单</translation>
    </message>
    <message>
        <source>Training: Simple, on {0}</source>
        <translation>正在训练：简单，用 {0}</translation>
    </message>
    <message>
        <source>Training: {0}</source>
        <translation>训练：{0}</translation>
    </message>
    <message>
        <source>Training: {0}, {1}</source>
        <translation>正在训练：{0}，{1}</translation>
    </message>
    <message>
        <source>Trustworthiness</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Trustworthiness, {0}</source>
        <translation>可信度，{0}</translation>
    </message>
    <message>
        <source>Two of these files have the same name: clean them one after the other into folders of their own.</source>
        <translation>这些文件中有两个同名：请分别清理到各自的文件夹中。</translation>
    </message>
    <message>
        <source>Use Adam at 0.001</source>
        <translation>用 Adam，学习率 0.001</translation>
    </message>
    <message>
        <source>Use all examples</source>
        <translation>使用所有样本</translation>
    </message>
    <message>
        <source>Use it as it was after epoch {0}. More examples, a smaller model or stopping early prevent it.</source>
        <translation>请使用它在第 {0} 轮之后的样子。更多样本、更小的模型或提前停止都能防止过拟合。</translation>
    </message>
    <message>
        <source>Use leaky ReLU</source>
        <translation>使用 leaky ReLU</translation>
    </message>
    <message>
        <source>Usual formats, all images in one file</source>
        <translation>常用格式，所有图像在一个文件中</translation>
    </message>
    <message>
        <source>Variational autoencoder (VAE)</source>
        <translation>变分自编码器（VAE）</translation>
    </message>
    <message>
        <source>Variational, 2</source>
        <translation>变分，2</translation>
    </message>
    <message>
        <source>Variational, {0}</source>
        <translation>变分，{0}</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>WebP</source>
        <translation>WebP</translation>
    </message>
    <message>
        <source>WebP, {0}</source>
        <translation>WebP，{0}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>What are autoencoders? What are they good for?</source>
        <translation>什么是自编码器？它们有什么用？</translation>
    </message>
    <message>
        <source>What autoencoders are</source>
        <translation>什么是自编码器</translation>
    </message>
    <message>
        <source>What came from the cluster are not the arrays of this model: is the same version on every node?</source>
        <translation>从集群传来的不是这个模型的数组：每个节点上的版本都相同吗？</translation>
    </message>
    <message>
        <source>What comes back is worse than what went in, and JPEG is hard to beat except on the very kind of images that were learned from.</source>
        <translation>还原的总不如原来的；除非恰是学过的那类图像，否则很难胜过 JPEG。</translation>
    </message>
    <message>
        <source>What each draws again</source>
        <translation>各模型的重构</translation>
    </message>
    <message>
        <source>What is left with each penalty</source>
        <translation>各种惩罚下还剩下什么</translation>
    </message>
    <message>
        <source>What sparsity costs</source>
        <translation>稀疏的代价</translation>
    </message>
    <message>
        <source>What the L1 penalty does</source>
        <translation>L1 惩罚的作用</translation>
    </message>
    <message>
        <source>What they are worth</source>
        <translation>它们价值何在</translation>
    </message>
    <message>
        <source>What β does to the plane</source>
        <translation>β 对平面的作用</translation>
    </message>
    <message>
        <source>What β does to two latents</source>
        <translation>β 对两个潜变量的作用</translation>
    </message>
    <message>
        <source>What&apos;s the big deal with autoencoders?</source>
        <translation>自编码器有什么了不起？</translation>
    </message>
    <message>
        <source>When the article was written, 1.0 was Adadelta&apos;s rate unless one said otherwise. Keras 3 takes 0.001, with which it hardly moves. Adam&apos;s steps have another measure.</source>
        <translation>写文章时，若不另外说明，Adadelta 的学习率就是 1.0。Keras 3 取 0.001，这样它几乎不动。Adam 的步长则是另一种尺度。</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Why it differs</source>
        <translation>为何不同</translation>
    </message>
    <message>
        <source>With and without layer-wise pretraining</source>
        <translation>有无逐层预训练</translation>
    </message>
    <message>
        <source>With codes of one size convolutions beat deep layers by {0}, but deep ones don&apos;t beat simple ones: {1}.</source>
        <translation>编码大小相同时，卷积比深层低 {0}，但深层并不优于简单模型：{1}。</translation>
    </message>
    <message>
        <source>With codes of one size deep layers lower the error by {0}, but convolutions don&apos;t lower it further: {1}.</source>
        <translation>编码大小相同时，深层使误差降低 {0}，但卷积没有进一步降低：{1}。</translation>
    </message>
    <message>
        <source>With codes of one size each step lowers the error, by {0} and then by {1}: {2}.</source>
        <translation>编码大小相同时，每一步都降低了误差，先降 {0}，再降 {1}：{2}。</translation>
    </message>
    <message>
        <source>With codes of one size neither deep layers nor convolutions lower the error by more than {0}: {1}.</source>
        <translation>编码大小相同时，深层和卷积都没有让误差降低超过 {0}：{1}。</translation>
    </message>
    <message>
        <source>With the last convolution unpadded the decoder can&apos;t end in {0}×{1} pixels (the article&apos;s works where a side leaves 4 when divided by 8, such as 28): choose auto or same.</source>
        <translation>最后一个卷积不填充时，解码器无法以 {0}×{1} 像素结束（文章的做法适用于除以 8 余 4 的边长，如 28）：请选择“自动”或 same。</translation>
    </message>
    <message>
        <source>With {0} labels the best code ({1}) tells {2} of the test examples right, {3} the best other feature ({4}) with {5}.</source>
        <translation>有 {0} 个标签时，最好的编码（{1}）认对 {2} 的测试样本，{3}最好的其他特征（{4}，{5}）。</translation>
    </message>
    <message>
        <source>With {0} nothing can be trained: {1}</source>
        <translation>在 {0} 时无法训练：{1}</translation>
    </message>
    <message>
        <source>With {0} test examples differences this small say nothing: use more data.</source>
        <translation>只有 {0} 个测试样本，这么小的差别说明不了什么：请使用更多数据。</translation>
    </message>
    <message>
        <source>With {0} to learn from and nothing else changed, {1}: examples make the model, not engineering.</source>
        <translation>换成从 {0} 学习而其他不变，{1}：造就模型的是样本，而不是专门设计。</translation>
    </message>
    <message>
        <source>Without labels it can&apos;t be said whether alike images lie side by side.</source>
        <translation>没有标签，无法判断相似的图像是否相邻。</translation>
    </message>
    <message>
        <source>Writing the model</source>
        <translation>正在写入模型</translation>
    </message>
    <message>
        <source>Writing {0}</source>
        <translation>正在写入 {0}</translation>
    </message>
    <message>
        <source>a .npy, .npz or IDX file</source>
        <translation>.npy、.npz 或 IDX 文件</translation>
    </message>
    <message>
        <source>a better map</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>a count that is none</source>
        <translation>计数无效</translation>
    </message>
    <message>
        <source>a data set ({0}) or a file or folder</source>
        <translation>数据集（{0}）或文件、文件夹</translation>
    </message>
    <message>
        <source>a file each</source>
        <translation>各成一个文件</translation>
    </message>
    <message>
        <source>a file or folder</source>
        <translation>一个文件或文件夹</translation>
    </message>
    <message>
        <source>a folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>a folder of {0}</source>
        <translation>一个{0}文件夹</translation>
    </message>
    <message>
        <source>a list that is none</source>
        <translation>列表无效</translation>
    </message>
    <message>
        <source>a mnist.npz file</source>
        <translation>mnist.npz 文件</translation>
    </message>
    <message>
        <source>a number that is none</source>
        <translation>数值无效</translation>
    </message>
    <message>
        <source>a sequence (timesteps, features)</source>
        <translation>序列（时间步、特征）</translation>
    </message>
    <message>
        <source>a text that is none</source>
        <translation>文本无效</translation>
    </message>
    <message>
        <source>a worse map</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>about as many as</source>
        <translation>约等于</translation>
    </message>
    <message>
        <source>after pretraining</source>
        <translation>预训练后</translation>
    </message>
    <message>
        <source>all autoencoders</source>
        <translation>所有自编码器</translation>
    </message>
    <message>
        <source>all in one file</source>
        <translation>全在一个文件中</translation>
    </message>
    <message>
        <source>an array&apos;s header promises {0} bytes of numbers, which are not there</source>
        <translation>某个数组的头部声明有 {0} 字节的数值，实际没有</translation>
    </message>
    <message>
        <source>an entry in it has no header</source>
        <translation>其中有条目没有头部</translation>
    </message>
    <message>
        <source>an entry in it has two sizes</source>
        <translation>其中有条目有两个大小</translation>
    </message>
    <message>
        <source>an entry in it is a link or folder, not a file</source>
        <translation>其中有条目是链接或文件夹，而不是文件</translation>
    </message>
    <message>
        <source>an entry in it is encrypted</source>
        <translation>其中有加密的条目</translation>
    </message>
    <message>
        <source>an entry in it is no numbered array</source>
        <translation>其中有条目不是编号的数组</translation>
    </message>
    <message>
        <source>an entry in it is not plainly {0}</source>
        <translation>其中有条目不是单纯的{0}</translation>
    </message>
    <message>
        <source>an image (height, width, channels)</source>
        <translation>图像（高度、宽度、通道）</translation>
    </message>
    <message>
        <source>an impossible scaling</source>
        <translation>缩放不可能</translation>
    </message>
    <message>
        <source>an impossible shape</source>
        <translation>形状不可能</translation>
    </message>
    <message>
        <source>an impossible shape in its header</source>
        <translation>文件头中的形状不可能</translation>
    </message>
    <message>
        <source>as good a map</source>
        <translation>一样好</translation>
    </message>
    <message>
        <source>at most {0} fit: use fewer or smaller layers, or smaller data</source>
        <translation>最多容纳 {0} 个：请用更少或更小的层，或更小的数据</translation>
    </message>
    <message>
        <source>choose another data set</source>
        <translation>请选择另一个数据集</translation>
    </message>
    <message>
        <source>choose one of {0}.</source>
        <translation>请从 {0} 中选择。</translation>
    </message>
    <message>
        <source>did you mean “{0}”?</source>
        <translation>您是否想用“{0}”？</translation>
    </message>
    <message>
        <source>download {0}</source>
        <translation>下载 {0}</translation>
    </message>
    <message>
        <source>downloading is off</source>
        <translation>已关闭下载</translation>
    </message>
    <message>
        <source>entries in it share bytes</source>
        <translation>其中的条目共用字节</translation>
    </message>
    <message>
        <source>even on images of the kind it learned from an autoencoder needs more bytes than JPEG for the same quality</source>
        <translation>即使是学过的那类图像，自编码器达到同样质量也要比 JPEG 更多的字节</translation>
    </message>
    <message>
        <source>fewer than</source>
        <translation>少于</translation>
    </message>
    <message>
        <source>floating-point pixels</source>
        <translation>浮点像素</translation>
    </message>
    <message>
        <source>from scratch</source>
        <translation>从头训练</translation>
    </message>
    <message>
        <source>from {0} to {1}</source>
        <translation>从 {0} 到 {1}</translation>
    </message>
    <message>
        <source>from β = {0} to {1} the KL goes from {2} to {3} nats and the reconstruction error from {4} to {5} nats an image</source>
        <translation>β 从 {0} 到 {1} 时，每幅图像的 KL 从 {2} 变为 {3} 奈特，重构误差从 {4} 变为 {5} 奈特</translation>
    </message>
    <message>
        <source>give an .npz with an array “codes”, or a .csv with columns code_0, code_1, …</source>
        <translation>请给出含有数组 codes 的 .npz，或含有 code_0、code_1 … 列的 .csv</translation>
    </message>
    <message>
        <source>gives {0} numbers for each example</source>
        <translation>为每个样本给出 {0} 个数</translation>
    </message>
    <message>
        <source>images among their own class</source>
        <translation>位于同类之中的图像</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>它过早结束</translation>
    </message>
    <message>
        <source>it has named columns</source>
        <translation>它带有列名</translation>
    </message>
    <message>
        <source>it has no weights, or weights of epochs that its history doesn&apos;t know</source>
        <translation>它没有权重，或有其历史中没有的轮次的权重</translation>
    </message>
    <message>
        <source>it has no {0}</source>
        <translation>它没有 {0}</translation>
    </message>
    <message>
        <source>it has no {0}, or one that is too large</source>
        <translation>它没有 {0}，或太大</translation>
    </message>
    <message>
        <source>it has values that are not finite numbers</source>
        <translation>其中有不是有限数的值</translation>
    </message>
    <message>
        <source>it has {0} channels: up to {1} will do</source>
        <translation>它有 {0} 个声道：最多可以有 {1} 个</translation>
    </message>
    <message>
        <source>it has {0} samples a second: from {1} to {2} will do</source>
        <translation>它每秒有 {0} 个样本：可以从 {1} 到 {2}</translation>
    </message>
    <message>
        <source>it has {0} samples: up to {1} will do, so cut it into parts</source>
        <translation>它有 {0} 个样本：最多可以有 {1} 个，请把它切成几段</translation>
    </message>
    <message>
        <source>it has {0}.</source>
        <translation>它有 {0}。</translation>
    </message>
    <message>
        <source>it holds Python objects, which are never read</source>
        <translation>它存有 Python 对象，这些从不读取</translation>
    </message>
    <message>
        <source>it holds “{0}”, which no run has</source>
        <translation>它含有“{0}”，运行中不会有这个</translation>
    </message>
    <message>
        <source>it is broken</source>
        <translation>它已损坏</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>it is larger than archives are</source>
        <translation>它比归档应有的大</translation>
    </message>
    <message>
        <source>it is larger than {0} MB</source>
        <translation>它大于 {0} MB</translation>
    </message>
    <message>
        <source>it is no WAV file, or a broken or compressed one</source>
        <translation>它不是 WAV 文件，或已损坏、经过压缩</translation>
    </message>
    <message>
        <source>it is not a text file</source>
        <translation>它不是文本文件</translation>
    </message>
    <message>
        <source>it is one part of several</source>
        <translation>它是多卷之一</translation>
    </message>
    <message>
        <source>it is one part of several, or has a comment</source>
        <translation>它是多卷之一，或带有注释</translation>
    </message>
    <message>
        <source>it is too short</source>
        <translation>它太短</translation>
    </message>
    <message>
        <source>it lasts {0} minutes: up to {1} will do, so cut it into parts</source>
        <translation>它长 {0} 分钟：最多可以有 {1} 分钟，请把它切成几段</translation>
    </message>
    <message>
        <source>it names something twice</source>
        <translation>某个名称出现两次</translation>
    </message>
    <message>
        <source>it nests too deep</source>
        <translation>嵌套太深</translation>
    </message>
    <message>
        <source>it would unpack to over {0} times its size</source>
        <translation>解压后会超过自身大小的 {0} 倍</translation>
    </message>
    <message>
        <source>its IDX files</source>
        <translation>它的 IDX 文件</translation>
    </message>
    <message>
        <source>its directions overlap with PCA&apos;s by {0}, and its error differs by {1}</source>
        <translation>其方向与 PCA 重合 {0}，误差相差 {1}</translation>
    </message>
    <message>
        <source>its directory and its entries contradict each other</source>
        <translation>其目录与条目互相矛盾</translation>
    </message>
    <message>
        <source>its directory is not where it should be</source>
        <translation>其目录不在应在之处</translation>
    </message>
    <message>
        <source>its end is broken</source>
        <translation>其结尾已损坏</translation>
    </message>
    <message>
        <source>its end is missing, or something follows it</source>
        <translation>其结尾缺失，或后面还有内容</translation>
    </message>
    <message>
        <source>its files can&apos;t be kept in {0}: {1}</source>
        <translation>其文件无法保存在 {0} 中：{1}</translation>
    </message>
    <message>
        <source>its manifest doesn&apos;t say that it is one</source>
        <translation>其清单没有说明自己是清单</translation>
    </message>
    <message>
        <source>its manifest is broken</source>
        <translation>其清单已损坏</translation>
    </message>
    <message>
        <source>its manifest lists no files</source>
        <translation>其清单没有列出文件</translation>
    </message>
    <message>
        <source>its manifest lists other files</source>
        <translation>其清单列出了别的文件</translation>
    </message>
    <message>
        <source>its preview is no picture</source>
        <translation>其预览不是图片</translation>
    </message>
    <message>
        <source>its samples are of a kind that is not known</source>
        <translation>其样本的类型未知</translation>
    </message>
    <message>
        <source>its weights are larger than the recipe&apos;s model</source>
        <translation>其权重大于配方的模型</translation>
    </message>
    <message>
        <source>its {0} is too large</source>
        <translation>其 {0} 太大</translation>
    </message>
    <message>
        <source>its {0} was changed</source>
        <translation>其 {0} 被改动过</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>多于</translation>
    </message>
    <message>
        <source>nats per image</source>
        <translation>奈特／图像</translation>
    </message>
    <message>
        <source>nats per pixel</source>
        <translation>奈特／像素</translation>
    </message>
    <message>
        <source>no parameters</source>
        <translation>没有参数</translation>
    </message>
    <message>
        <source>no scaling</source>
        <translation>没有缩放</translation>
    </message>
    <message>
        <source>no shape</source>
        <translation>没有形状</translation>
    </message>
    <message>
        <source>none at all</source>
        <translation>完全没有</translation>
    </message>
    <message>
        <source>not its images and labels</source>
        <translation>不是它的图像和标签</translation>
    </message>
    <message>
        <source>not its ten classes</source>
        <translation>不是它的十个类别</translation>
    </message>
    <message>
        <source>not numbers</source>
        <translation>不是数</translation>
    </message>
    <message>
        <source>not the facts of a run</source>
        <translation>不是运行的信息</translation>
    </message>
    <message>
        <source>nothing can be written to {0}: {1}</source>
        <translation>无法写入 {0}：{1}</translation>
    </message>
    <message>
        <source>of at least {0}</source>
        <translation>至少为 {0}</translation>
    </message>
    <message>
        <source>of no kind that belongs here</source>
        <translation>不属于这里的任何类型</translation>
    </message>
    <message>
        <source>on images of other kinds the error is from {0} ({1}) to {2} times ({3}) as high as on {4} that it hasn&apos;t seen</source>
        <translation>在其他类图像上，误差是未见过的 {4} 的 {0} 倍（{1}）到 {2} 倍（{3}）</translation>
    </message>
    <message>
        <source>on images of the kind it learned from an autoencoder needs {0} of JPEG&apos;s bytes for the same {1} dB</source>
        <translation>在学过的那类图像上，自编码器达到同样的 {1} dB 只需 JPEG 字节数的 {0}</translation>
    </message>
    <message>
        <source>other file</source>
        <translation>个其他文件</translation>
    </message>
    <message>
        <source>page {0}</source>
        <translation>第 {0} 页</translation>
    </message>
    <message>
        <source>relu, Glorot</source>
        <translation>relu，Glorot</translation>
    </message>
    <message>
        <source>sequences of {0} time steps with {1} feature{2}</source>
        <translation>{0} 个时间步、{1} 个特征的序列{2}</translation>
    </message>
    <message>
        <source>simple {0}, deep {1}, convolutional {2} nats per pixel</source>
        <translation>简单 {0}、深层 {1}、卷积 {2} 奈特／像素</translation>
    </message>
    <message>
        <source>some are not finite numbers (NaN or infinite)</source>
        <translation>有些不是有限的数（NaN 或无穷）</translation>
    </message>
    <message>
        <source>something stands before its first entry</source>
        <translation>第一个条目之前有内容</translation>
    </message>
    <message>
        <source>sound {0}</source>
        <translation>第 {0} 段声音</translation>
    </message>
    <message>
        <source>t-SNE map: {0}</source>
        <translation>t-SNE 图：{0}</translation>
    </message>
    <message>
        <source>t-SNE of the {0}-number code makes a good map ({1}: {2}).</source>
        <translation>{0} 个数的编码经 t-SNE 得到很好的地图（{1}：{2}）。</translation>
    </message>
    <message>
        <source>t-SNE of the {0}-number code makes a worse map than t-SNE of the pixels ({1}: {2}).</source>
        <translation>{0} 个数的编码经 t-SNE 得到的地图不如像素的 t-SNE（{1}：{2}）。</translation>
    </message>
    <message>
        <source>t-SNE of {0} principal components, which need no training, makes {1} ({2}).</source>
        <translation>无需训练的 {0} 个主成分经 t-SNE 得到的地图{1}（{2}）。</translation>
    </message>
    <message>
        <source>take this column out, or name it label if it holds the classes</source>
        <translation>请去掉这一列；如果它是类别，请把它命名为 label</translation>
    </message>
    <message>
        <source>test examples of {0}, but training examples of {1}</source>
        <translation>测试样本为 {0}，而训练样本为 {1}</translation>
    </message>
    <message>
        <source>test {0}</source>
        <translation>测试{0}</translation>
    </message>
    <message>
        <source>the download ended early</source>
        <translation>下载过早结束</translation>
    </message>
    <message>
        <source>the download was incomplete</source>
        <translation>下载不完整</translation>
    </message>
    <message>
        <source>the error on {0} goes from {1} to {2}, and on {3} from {4} to {5}</source>
        <translation>{0} 上的误差从 {1} 变为 {2}，{3} 上的从 {4} 变为 {5}</translation>
    </message>
    <message>
        <source>the name of an entry in it has no plain letters</source>
        <translation>其中有条目的名称不是普通字母</translation>
    </message>
    <message>
        <source>the sequence variant takes them</source>
        <translation>序列类型可以接受它们</translation>
    </message>
    <message>
        <source>the weights of epoch {0}: {1}</source>
        <translation>第 {0} 轮的权重：{1}</translation>
    </message>
    <message>
        <source>they are more than the recipe&apos;s model has</source>
        <translation>它们多于配方的模型所有</translation>
    </message>
    <message>
        <source>they are not of the numbers that a model has</source>
        <translation>它们不是模型所有的那类数</translation>
    </message>
    <message>
        <source>they come nearer</source>
        <translation>更近了</translation>
    </message>
    <message>
        <source>they come no nearer</source>
        <translation>没有更近</translation>
    </message>
    <message>
        <source>they don&apos;t fit the recipe</source>
        <translation>它们与配方不符</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>太大</translation>
    </message>
    <message>
        <source>too many pixels</source>
        <translation>像素太多</translation>
    </message>
    <message>
        <source>training {0}</source>
        <translation>训练{0}</translation>
    </message>
    <message>
        <source>twice as long from scratch</source>
        <translation>从头训练，时间加倍</translation>
    </message>
    <message>
        <source>two entries of the same name in it</source>
        <translation>其中有两个同名条目</translation>
    </message>
    <message>
        <source>unknown facts {0}</source>
        <translation>未知的信息 {0}</translation>
    </message>
    <message>
        <source>version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>with the error divided by each image&apos;s own variance it is {0} where it is hardest ({1})</source>
        <translation>把误差除以每幅图像自身的方差后，最难的一类（{1}）仍为 {0}</translation>
    </message>
    <message>
        <source>{0} (as published)</source>
        <translation>{0}（按文章）</translation>
    </message>
    <message>
        <source>{0} ({1} left out)</source>
        <translation>{0}（略去 {1} 个）</translation>
    </message>
    <message>
        <source>{0} It begins anew.</source>
        <translation>{0}优化器将重新开始。</translation>
    </message>
    <message>
        <source>{0} So the training goes on after epoch {1}.</source>
        <translation>{0}因此训练从第 {1} 轮之后继续。</translation>
    </message>
    <message>
        <source>{0} after so few epochs.</source>
        <translation>{0}——这是轮次如此之少时的结果。</translation>
    </message>
    <message>
        <source>{0} against {1} for the pixels themselves</source>
        <translation>{0}，像素本身为 {1}</translation>
    </message>
    <message>
        <source>{0} and its clean version {1} have {2} and {3} pages: both must have as many.</source>
        <translation>{0} 和它的干净版本 {1} 分别有 {2} 页和 {3} 页：两者必须一样多。</translation>
    </message>
    <message>
        <source>{0} are sequences, but this experiment needs images: choose another data set.</source>
        <translation>{0} 是序列，而这个实验需要图像：请选择其他数据集。</translation>
    </message>
    <message>
        <source>{0} as downloaded is damaged: delete {1} and choose it again to download it anew.</source>
        <translation>下载的 {0} 已损坏：请删除 {1}，再次选择以重新下载。</translation>
    </message>
    <message>
        <source>{0} at β = {1} and {2} at β = {3}</source>
        <translation>β = {1} 时为 {0}，β = {3} 时为 {2}</translation>
    </message>
    <message>
        <source>{0} bytes an image instead of JPEG&apos;s {1}</source>
        <translation>每幅图像 {0} 字节，而 JPEG 为 {1}</translation>
    </message>
    <message>
        <source>{0} can&apos;t be brought back: {1}.</source>
        <translation>无法恢复 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read from {1}: {2}.</source>
        <translation>无法从 {1} 读取{0}：{2}。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be set.</source>
        <translation>{0}无法设置。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written ({1}): free some space, or choose another place.</source>
        <translation>无法写入 {0}（{1}）：请腾出空间，或选择另一个位置。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written: nothing may be written in that folder. Choose another.</source>
        <translation>无法写入 {0}：该文件夹不允许写入。请另选一个。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written: {1}.</source>
        <translation>无法写入 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} can&apos;t hold {1} pages: give a name that ends in .tif.</source>
        <translation>{0} 容不下 {1} 页：请用以 .tif 结尾的名称。</translation>
    </message>
    <message>
        <source>{0} changes nothing here: it matters where {1} is {2}.</source>
        <translation>{0} 在这里不起作用：只有当 {1} 为 {2} 时才有影响。</translation>
    </message>
    <message>
        <source>{0} columns, but the first row has {1}</source>
        <translation>{0} 列，而第一行有 {1} 列</translation>
    </message>
    <message>
        <source>{0} entries in it, at most {1} are expected</source>
        <translation>其中有 {0} 个条目，最多应有 {1} 个</translation>
    </message>
    <message>
        <source>{0} files can&apos;t all become {1}: give a folder.</source>
        <translation>{0} 个文件不能都变成 {1}：请给出一个文件夹。</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分</translation>
    </message>
    <message>
        <source>{0} has an unknown key “{1}”; it may have {2}.</source>
        <translation>{0}有未知的键“{1}”；可以有 {2}。</translation>
    </message>
    <message>
        <source>{0} has examples of size {1}: nothing is in them.</source>
        <translation>{0}的样本大小为 {1}：其中没有内容。</translation>
    </message>
    <message>
        <source>{0} has examples of {1} numbers, too large for one: at most {2} numbers.</source>
        <translation>{0}的样本有 {1} 个数，太大：最多 {2} 个数。</translation>
    </message>
    <message>
        <source>{0} has images of {1} pixels, too large: at most {2} on a side.</source>
        <translation>{0}的图像为 {1} 像素，太大：每边最多 {2}。</translation>
    </message>
    <message>
        <source>{0} has labels of shape {1} for {2} examples: there must be one label for each.</source>
        <translation>{0}的标签形状为 {1}，而样本有 {2} 个：每个样本必须有一个标签。</translation>
    </message>
    <message>
        <source>{0} has labels of type {1}: use whole numbers or words.</source>
        <translation>{0}的标签类型为 {1}：请使用整数或词语。</translation>
    </message>
    <message>
        <source>{0} has labels that are not whole numbers: use whole numbers or words.</source>
        <translation>{0}的标签不是整数：请使用整数或词语。</translation>
    </message>
    <message>
        <source>{0} has labels that are too large or not finite: number the classes from 0.</source>
        <translation>{0} 的标签过大或不是有限数：请从 0 开始给类别编号。</translation>
    </message>
    <message>
        <source>{0} has no examples: choose data with at least one.</source>
        <translation>{0} 没有样本：请选择至少有一个样本的数据。</translation>
    </message>
    <message>
        <source>{0} has no parameter “{1}”: {2}</source>
        <translation>{0}没有参数“{1}”：{2}</translation>
    </message>
    <message>
        <source>{0} has no part “{1}”: choose one of {2}.</source>
        <translation>{0} 没有部分“{1}”：请从 {2} 中选择。</translation>
    </message>
    <message>
        <source>{0} has no range of numbers: list its values, such as {1}.</source>
        <translation>{0} 没有数字范围：请列出它的取值，例如 {1}。</translation>
    </message>
    <message>
        <source>{0} has noisy {1} but no clean ones: put these, with the same names, into a folder “clean” beside.</source>
        <translation>{0} 中有含噪{1}，但没有干净的：请把同名的干净文件放到旁边的文件夹“clean”中。</translation>
    </message>
    <message>
        <source>{0} has the shape {1}: data need one axis for the examples and at least one more.</source>
        <translation>{0}的形状为 {1}：数据需要一个样本轴和至少另一个轴。</translation>
    </message>
    <message>
        <source>{0} has the shape {1}: images must be (examples, height, width), or with a fourth axis of 1 (grey) or 3 (colour) channels at the end.</source>
        <translation>{0}的形状为 {1}：图像必须是（样本、高度、宽度），或在末尾有第四个轴，为 1（灰度）或 3（彩色）个通道。</translation>
    </message>
    <message>
        <source>{0} has the shape {1}: sequences must be (examples, time steps, features).</source>
        <translation>{0}的形状为 {1}：序列必须是（样本、时间步、特征）。</translation>
    </message>
    <message>
        <source>{0} has values from {1} to {2}, but {3}.</source>
        <translation>{0}的值从 {1} 到 {2}，但{3}。</translation>
    </message>
    <message>
        <source>{0} has values from {1} to {2}, which differ by too little beside their size: subtract {3} from them first.</source>
        <translation>{0} 的数值从 {1} 到 {2}，相对其大小差别太小：请先减去 {3}。</translation>
    </message>
    <message>
        <source>{0} has values that are not numbers or infinite: {1}.</source>
        <translation>{0}含有不是数或无穷的值：{1}。</translation>
    </message>
    <message>
        <source>{0} has {1} labels for {2} {3} examples: there must be one for each.</source>
        <translation>{0} 有 {1} 个标签，而{3}样本有 {2} 个：必须一一对应。</translation>
    </message>
    <message>
        <source>{0} has {1} training and {2} test examples: at least {3} and {4} are needed.</source>
        <translation>{0} 有 {1} 个训练样本和 {2} 个测试样本：至少需要 {3} 和 {4} 个。</translation>
    </message>
    <message>
        <source>{0} has {1}: use one size.</source>
        <translation>{0}有{1}：请使用同一大小。</translation>
    </message>
    <message>
        <source>{0} have no labels of two classes or more, so there is nothing to tell apart.</source>
        <translation>{0} 没有两个或更多类别的标签，因此没有可区分的东西。</translation>
    </message>
    <message>
        <source>{0} holds {1} values, but data must be real numbers.</source>
        <translation>{0}存的是 {1} 值，而数据必须是实数。</translation>
    </message>
    <message>
        <source>{0} images of {1}×{2} pixels</source>
        <translation>{0} {1}×{2} 像素的图像</translation>
    </message>
    <message>
        <source>{0} instead of {1}</source>
        <translation>{0}，而不是 {1}</translation>
    </message>
    <message>
        <source>{0} is a folder, not an array file: choose a .npy, .npz or IDX file.</source>
        <translation>{0} 是文件夹，不是数组文件：请选择 .npy、.npz 或 IDX 文件。</translation>
    </message>
    <message>
        <source>{0} is a folder: give the name of a file.</source>
        <translation>{0} 是文件夹：请给出文件名。</translation>
    </message>
    <message>
        <source>{0} is a single picture: choose the folder that it is in.</source>
        <translation>{0} 是单张图片：请选择它所在的文件夹。</translation>
    </message>
    <message>
        <source>{0} is a single sound: choose the folder that it is in.</source>
        <translation>{0} 是单个声音文件：请选择它所在的文件夹。</translation>
    </message>
    <message>
        <source>{0} is already there and not an empty folder: choose another place.</source>
        <translation>{0} 已经存在且不是空文件夹：请选择另一个位置。</translation>
    </message>
    <message>
        <source>{0} is constant: all its training examples are the same, so there is nothing to learn.</source>
        <translation>{0} 是常量：所有训练样本都相同，没有可学的内容。</translation>
    </message>
    <message>
        <source>{0} is loaded</source>
        <translation>{0} 已加载</translation>
    </message>
    <message>
        <source>{0} is no longer here: look for it in the system&apos;s trash.</source>
        <translation>{0} 已不在这里：请到系统回收站中查找。</translation>
    </message>
    <message>
        <source>{0} is no number</source>
        <translation>{0} 不是数</translation>
    </message>
    <message>
        <source>{0} is not a file: choose an .aew file.</source>
        <translation>{0} 不是文件：请选择 .aew 文件。</translation>
    </message>
    <message>
        <source>{0} is of a version this program doesn&apos;t know: please update it.</source>
        <translation>{0} 的版本为本程序所不识：请更新程序。</translation>
    </message>
    <message>
        <source>{0} is of no known kind: choose a folder of pictures, or a .npy, .npz, IDX or CSV file.</source>
        <translation>{0} 的种类未知：请选择图片文件夹，或 .npy、.npz、IDX、CSV 文件。</translation>
    </message>
    <message>
        <source>{0} is there already and isn&apos;t the data of a script: choose another name.</source>
        <translation>{0} 已经存在，且不是脚本的数据：请选择另一个名称。</translation>
    </message>
    <message>
        <source>{0} is there already and isn&apos;t the scaling of a model: choose another name.</source>
        <translation>{0} 已存在，且不是某个模型的缩放文件：请换一个名称。</translation>
    </message>
    <message>
        <source>{0} is there already: give the name of a folder that is new or empty.</source>
        <translation>{0} 已经存在：请给出新的或空的文件夹名称。</translation>
    </message>
    <message>
        <source>{0} is too large to be converted in memory: save it as {1}, which is read from disk.</source>
        <translation>{0}太大，无法在内存中转换：请存为 {1}，它从磁盘读取。</translation>
    </message>
    <message>
        <source>{0} is what the run was trained on, and would be replaced: choose another name.</source>
        <translation>{0} 是该运行的训练数据，会被替换：请换一个名称。</translation>
    </message>
    <message>
        <source>{0} isn&apos;t on this computer and couldn&apos;t be downloaded ({1}): connect to the internet and try again, open {2} of your own, or use the built-in digits.</source>
        <translation>{0} 不在本机上，也无法下载（{1}）：请连接网络后重试，打开您自己的{2}，或使用内置的手写数字。</translation>
    </message>
    <message>
        <source>{0} labels</source>
        <translation>{0} 个标签</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0} 分 {1} 秒</translation>
    </message>
    <message>
        <source>{0} must be a list of whole numbers such as 128,64, not {1}.</source>
        <translation>{0}必须是整数列表，例如 128,64，而不是 {1}。</translation>
    </message>
    <message>
        <source>{0} must be a number {1}, not {2}.</source>
        <translation>{0}必须是{1}的数，而不是 {2}。</translation>
    </message>
    <message>
        <source>{0} must be a text of at most {1} characters.</source>
        <translation>{0}必须是最多 {1} 个字符的文本。</translation>
    </message>
    <message>
        <source>{0} must be a whole number from {1} to {2}, not {3}.</source>
        <translation>{0}必须是从 {1} 到 {2} 的整数，而不是 {3}。</translation>
    </message>
    <message>
        <source>{0} must be an object with parameter names and values.</source>
        <translation>{0}必须是含有参数名和值的对象。</translation>
    </message>
    <message>
        <source>{0} must be one of {1}, not {2}.</source>
        <translation>{0}必须是 {1} 之一，而不是 {2}。</translation>
    </message>
    <message>
        <source>{0} must be true or false, not {1}.</source>
        <translation>{0}必须为真或假，而不是 {1}。</translation>
    </message>
    <message>
        <source>{0} must end in {1}, or be a folder.</source>
        <translation>{0} 必须以 {1} 结尾，或是一个文件夹。</translation>
    </message>
    <message>
        <source>{0} must have from {1} to {2} layers, not {3}.</source>
        <translation>{0}必须有 {1} 到 {2} 层，而不是 {3} 层。</translation>
    </message>
    <message>
        <source>{0} needs {1}, but gets a tensor of shape {2}.</source>
        <translation>{0} 需要{1}，得到的却是形状为 {2} 的张量。</translation>
    </message>
    <message>
        <source>{0} numbers, found in several ways</source>
        <translation>用几种方法找到的 {0} 个数</translation>
    </message>
    <message>
        <source>{0} of {1} code units stay 0, or at one value, for all of {2} examples.</source>
        <translation>{1} 个编码单元中有 {0} 个对全部 {2} 个样本都为 0，或都是同一个值。</translation>
    </message>
    <message>
        <source>{0} of {1} latents carry less than {2} nats, judged by {3} examples.</source>
        <translation>按 {3} 个样本判断，{1} 个潜变量中有 {0} 个携带不到 {2} 奈特。</translation>
    </message>
    <message>
        <source>{0} of {1} maps of the code stay 0, or at one value, for all of {2} examples.</source>
        <translation>编码的 {1} 个特征图中有 {0} 个对全部 {2} 个样本都为 0，或都是同一个值。</translation>
    </message>
    <message>
        <source>{0} would be overwritten by what is made: choose another place.</source>
        <translation>{0} 会被生成的文件覆盖：请换一个位置。</translation>
    </message>
    <message>
        <source>“{0}” in line {1} of {2}, column {3}, is not a number: {4}.</source>
        <translation>{2} 第 {1} 行第 {3} 列的“{0}”不是数字：{4}。</translation>
    </message>
    <message>
        <source>“{0}” is neither a preset nor a recipe file or run folder: the presets are {1}.</source>
        <translation>“{0}”既不是预设，也不是配方文件或运行文件夹：预设有 {1}。</translation>
    </message>
    <message>
        <source>“{0}” is no noise: write {1} with = and an amount up to 1 (gaussian: {2}), such as gaussian=0.5.</source>
        <translation>“{0}”不是噪声：请写 {1}，加 = 和不超过 1 的强度（gaussian：{2}），例如 gaussian=0.5。</translation>
    </message>
    <message>
        <source>{0} of {1} in {2} can&apos;t be read ({3}{4}): take them out or save them again.</source>
        <translation>{2} 中 {1} 张里有 {0} 张无法读取（{3}{4}）：请移走或重新保存它们。</translation>
    </message>
    <message>
        <source>Pretraining lowers the error by {0} with old initialisation, and no longer with modern one, where it changes by {1}.</source>
        <translation>旧的初始化下，预训练使误差降低 {0}；现代初始化下不再有用，误差变化 {1}。</translation>
    </message>
    <message>
        <source>Pretraining lowers the error by {0} with old initialisation, and still by {1} with modern one.</source>
        <translation>旧的初始化下，预训练使误差降低 {0}，现代初始化下仍降低 {1}。</translation>
    </message>
    <message>
        <source>RMSprop keeps a running mean of the squared gradient only. Nadam keeps one of the gradient too and looks a step ahead along it: on MNIST it is where RMSprop ends after a sixth of the epochs.</source>
        <translation>RMSprop 只保留梯度平方的滑动平均。Nadam 还保留梯度本身的滑动平均，并沿它向前多看一步：在 MNIST 上，它用六分之一的轮次就到达 RMSprop 结束时的地方。</translation>
    </message>
    <message>
        <source>Samples of the prior are {0} from the nearest real image at β = {1}, {2} at β = {3} and {4} at β = {5}: up to β = {6} {7}.</source>
        <translation>先验样本到最近真实图像的距离，在 β = {1} 时为 {0}，在 β = {3} 时为 {2}，在 β = {5} 时为 {4}：到 β = {6} 为止，{7}。</translation>
    </message>
    <message>
        <source>Say how many combinations the sampler {0} is to pick (--trials 20), or give the range of {1} a number of steps.</source>
        <translation>请说明采样器 {0} 要挑选多少个组合 (--trials 20)，或为 {1} 的范围给出步数。</translation>
    </message>
    <message>
        <source>Say how many combinations the sampler {0} is to pick (--trials 20).</source>
        <translation>请说明采样器 {0} 要挑选多少个组合 (--trials 20)。</translation>
    </message>
    <message>
        <source>The article&apos;s convolutional code has {0} numbers, and a simple one of that size does as well or better ({1} against {2})</source>
        <translation>文章的卷积编码有 {0} 个数，而同样大小的简单编码一样好甚至更好（{1} 对 {2}）</translation>
    </message>
    <message>
        <source>The model was trained on {0}, but {1} has {2}</source>
        <translation>模型是用{0}训练的，而 {1} 是{2}</translation>
    </message>
    <message>
        <source>The optimizer&apos;s state doesn&apos;t belong to this model: its shapes differ.</source>
        <translation>优化器状态不属于此模型：形状不同。</translation>
    </message>
    <message>
        <source>The training loss jumps up and down: in the last {0} epochs by {1} of its level an epoch.</source>
        <translation>训练损失上下跳动：在最后 {0} 轮中，每轮约为其水平的 {1}。</translation>
    </message>
    <message>
        <source>The training loss was down to {0}, leapt up to {1} in epoch {2} and is now at {3}.</source>
        <translation>训练损失曾降到 {0}，在第 {2} 轮突然升到 {1}，现在为 {3}。</translation>
    </message>
    <message>
        <source>The training took {0} steps, one for each batch: {1} epochs of few examples.</source>
        <translation>训练共 {0} 步，每个批次一步：样本很少，共 {1} 轮。</translation>
    </message>
    <message>
        <source>The weights of epoch {0} are not in {1}: bring back its folder weights, or train a new run.</source>
        <translation>{1} 中没有第 {0} 轮的权重：请找回其中的 weights 文件夹，或重新训练。</translation>
    </message>
    <message>
        <source>This was a quick test with few images and epochs, of which convolutions need more than dense layers do: only a full one can judge.</source>
        <translation>这是图像和轮次都很少的快速测试，而卷积比全连接层更需要它们：只有完整测试才能判断。</translation>
    </message>
    <message>
        <source>Trained as published on {0}, for {1} and {2} epochs, the mean code goes from {3} to {4} and the loss from {5} to {6}, of which {7} is the penalty; the article reports 7.30 and 3.33, and 0.10 and 0.11, on MNIST.</source>
        <translation>在 {0} 上按文章分别训练 {1} 和 {2} 轮时，平均编码从 {3} 变为 {4}，损失从 {5} 变为 {6}，其中惩罚占 {7}；文章在 MNIST 上报告的是 7.30 与 3.33，以及 0.10 与 0.11。</translation>
    </message>
    <message>
        <source>Very few steps</source>
        <translation>步数太少</translation>
    </message>
    <message>
        <source>With a rate that falls to a hundredth in the end the first steps may be fourteen times as long.</source>
        <translation>学习率最后降到百分之一，因此最初的步子可以大到十四倍。</translation>
    </message>
    <message>
        <source>With the strongest penalty, {0}, {1} of the numbers are 0 and {2} of {3} units are dead; the error is {4} higher than without a penalty.</source>
        <translation>惩罚最强（{0}）时，{1} 的数为 0，{3} 个单元中有 {2} 个失活；误差比没有惩罚时高 {4}。</translation>
    </message>
    <message>
        <source>With {0} to learn from and nothing else changed, not each model is clearly better at home: {1}.</source>
        <translation>换成从 {0} 学习而其他不变，并非每个模型都在自己的数据上明显更好：{1}。</translation>
    </message>
    <message>
        <source>a vote of its {0} nearest neighbours, out of {1} of the images without it, gives its class</source>
        <translation>由不含它的 {1} 的图像中最近的 {0} 个邻居投票，得出的正是它的类别</translation>
    </message>
    <message>
        <source>an image of another kind has a higher one than an own image in {0} of the cases where it is hardest ({1}); a threshold that lets {2} of {3} pass stops at least {4} of each other kind</source>
        <translation>在最难的一类（{1}）中，其他类图像的误差有 {0} 的情况高于本类图像；让 {3} 的 {2} 通过的阈值，会拦下其他每一类的至少 {4}</translation>
    </message>
    <message>
        <source>{0} An image is among its own class where {1}; by chance that would be {2}.</source>
        <translation>{0}{1}时，图像就算位于同类之中；随机时为 {2}。</translation>
    </message>
    <message>
        <source>{0} of the simple autoencoder&apos;s {1} units are dead, which PCA&apos;s components can&apos;t be.</source>
        <translation>简单自编码器的 {1} 个单元中有 {0} 个失活，而 PCA 的成分不会如此。</translation>
    </message>
    <message>
        <source>{0} of {1} latents carry less than {2} nats each at β = {3}.</source>
        <translation>β = {3} 时，{1} 个潜变量中有 {0} 个各自携带不到 {2} 奈特。</translation>
    </message>
    <message>
        <source>{0} of {1} {2} in {3} can&apos;t be used ({4}): they are broken, too small, or differ in size from their partners.</source>
        <translation>{3} 中的 {1} 个{2}有 {0} 个不能用（{4}）：它们已损坏、太小，或与配对的另一半大小不同。</translation>
    </message>
    <message>
        <source>{0} pieces from each of {1} {2} don&apos;t fit in memory: take fewer or smaller ones.</source>
        <translation>从 {1} 个{2}中各取 {0} 块，内存放不下：请取少一些或小一些。</translation>
    </message>
    <message>
        <source>{0} pixels, not {1}</source>
        <translation>{0} 像素，而不是 {1} 像素</translation>
    </message>
    <message>
        <source>{0} sequences of {1} time steps would fill the memory: make fewer or shorter ones.</source>
        <translation>{0} 个序列、每个 {1} 个时间步会占满内存：请生成更少或更短的序列。</translation>
    </message>
    <message>
        <source>{0} values that are</source>
        <translation>{0} 个值</translation>
    </message>
    <message>
        <source>{0} values, which don&apos;t divide into time steps of {1} features</source>
        <translation>{0} 个值，无法分成每步 {1} 个特征</translation>
    </message>
    <message>
        <source>{0} was trained on {1} data and {2} on {3}: only runs on data of one shape can be compared.</source>
        <translation>{0} 用 {1} 数据训练，而 {2} 用 {3}：只能比较用同一形状数据训练的运行。</translation>
    </message>
    <message>
        <source>{0} where {1} belongs</source>
        <translation>应为 {1} 之处是 {0}</translation>
    </message>
    <message>
        <source>{0}, drawn again</source>
        <translation>{0}，重画</translation>
    </message>
    <message>
        <source>{0}, the same kind from elsewhere, have higher errors than own images in {1} of the cases, by chance in 50%.</source>
        <translation>{0} 是来自别处的同类图像，其误差在 {1} 的情况下高于本类图像，随机时为 50%。</translation>
    </message>
    <message>
        <source>{0}, {1} labels</source>
        <translation>{0}，{1} 个标签</translation>
    </message>
    <message>
        <source>{0}, {1}, {2} processors, Python {3}</source>
        <translation>{0}，{1}，{2} 个处理器，Python {3}</translation>
    </message>
    <message>
        <source>{0}: choose sequences of that length, or train a model on these.</source>
        <translation>{0}：请选择那样长度的序列，或用这些数据训练模型。</translation>
    </message>
    <message>
        <source>{0}: choose {1}, or train a model on these.</source>
        <translation>{0}：请选择{1}，或用这些数据训练模型。</translation>
    </message>
    <message>
        <source>{0}: from scratch {1} nats per pixel, in twice the epochs {2}, after {3} s of pretraining {4}.</source>
        <translation>{0}：从头训练 {1} 奈特／像素，两倍轮数 {2}，经过 {3} 秒预训练后 {4}。</translation>
    </message>
    <message>
        <source>{0}: it is PCA.</source>
        <translation>{0}：它就是 PCA。</translation>
    </message>
    <message>
        <source>{0}: learning it is worth the trouble.</source>
        <translation>{0}：值得去学。</translation>
    </message>
    <message>
        <source>{0}: learning it isn&apos;t worth the trouble here.</source>
        <translation>{0}：在这里不值得去学。</translation>
    </message>
    <message>
        <source>{0}: load them at that height and width, or train a model on these.</source>
        <translation>{0}：请以那样的高度和宽度加载，或用这些数据训练模型。</translation>
    </message>
    <message>
        <source>{0}: load them in {1}, or train a model on these.</source>
        <translation>{0}：请以{1}加载，或用这些数据训练模型。</translation>
    </message>
    <message>
        <source>{0}: set the pixel range to full, rescale them, or open it as sequences</source>
        <translation>{0}：请把像素范围设为全范围、重新缩放，或作为序列打开</translation>
    </message>
    <message>
        <source>{0}: that isn&apos;t PCA.</source>
        <translation>{0}：那不是 PCA。</translation>
    </message>
    <message>
        <source>{0}: what looks like a gain of convolutions is the larger code.</source>
        <translation>{0}：看似卷积的优势，其实来自更大的编码。</translation>
    </message>
    <message>
        <source>{0}: {1} bytes</source>
        <translation>{0}：{1} 字节</translation>
    </message>
    <message>
        <source>{0}: {1}, in the article {2}. Close, {3} off.</source>
        <translation>{0}：{1}，文章中为 {2}。接近，相差 {3}。</translation>
    </message>
    <message>
        <source>{0}: {1}, in the article {2}. Not reached, {3} off.</source>
        <translation>{0}：{1}，文章中为 {2}。未达到，相差 {3}。</translation>
    </message>
    <message>
        <source>{0}: {1}, in the article {2}. Reached.</source>
        <translation>{0}：{1}，文章中为 {2}。已达到。</translation>
    </message>
    <message>
        <source>{0}; beyond, order and sharpness are both lost ({1}).</source>
        <translation>{0}；再往上，秩序与清晰都会失去（{1}）。</translation>
    </message>
    <message>
        <source>{0}{1} would be overwritten: give another folder, or --overwrite to have that.</source>
        <translation>{0}{1} 会被覆盖：请换一个文件夹，或加上 --overwrite。</translation>
    </message>
    <message>
        <source>β doesn&apos;t simply trade one for the other: {0}.</source>
        <translation>β 并非简单地以一换一：{0}。</translation>
    </message>
    <message>
        <source>β from high to low</source>
        <translation>β 从高到低</translation>
    </message>
    <message>
        <source>β is too high</source>
        <translation>β 过高</translation>
    </message>
    <message>
        <source>“Few labels” is a mean of {0} draws; the codes were learned from the pictures alone, without any label.</source>
        <translation>“少量标签”是 {0} 次抽取的平均；编码只从图像学得，没有用任何标签。</translation>
    </message>
    <message>
        <source>“{0}” in {1}</source>
        <translation>{1} 中的“{0}”</translation>
    </message>
    <message>
        <source>“{0}” is a parameter of the data: write {1}{2}.</source>
        <translation>“{0}”是数据的参数：请写成 {1}{2}。</translation>
    </message>
    <message>
        <source>“{0}” is neither a data set nor a file or folder that exists: the data sets are {1}.</source>
        <translation>“{0}”既不是数据集，也不是存在的文件或文件夹：数据集有 {1}。</translation>
    </message>
    <message>
        <source>“{0}” is no address of a Ray cluster: write it as HOST:6379 on one of its nodes, or as ray://HOST:10001.</source>
        <translation>“{0}”不是 Ray 集群的地址：在其节点上请写成 HOST:6379，否则写成 ray://HOST:10001。</translation>
    </message>
    <message>
        <source>“{0}” is no range: write it as log:LOW:HIGH or lin:LOW:HIGH, with :STEPS behind it for a grid.</source>
        <translation>“{0}”不是范围：请写成 log:下限:上限 或 lin:下限:上限，网格还要在后面加 :步数。</translation>
    </message>
    <message>
        <source>“{0}” is not a setting: write it as key=value, such as code_size=16.</source>
        <translation>“{0}”不是设置：请写成 键=值，例如 code_size=16。</translation>
    </message>
    <message>
        <source>“{0}” names no epochs: say all, last, best, or numbers such as 1,5,10.</source>
        <translation>“{0}”没有指明轮次：请写 all、last、best，或如 1,5,10 的数。</translation>
    </message>
    <message>
        <source>“{0}” took {1} times as long as “{2}”.</source>
        <translation>“{0}”用时是“{2}”的 {1} 倍。</translation>
    </message>
</context>
<context>
    <name>sweep</name>
    <message>
        <source>A map needs two parameters with lists of values: vary a second one.</source>
        <translation>热图需要两个列出取值的参数：请再改变一个参数。</translation>
    </message>
    <message>
        <source>Choose at least one value.</source>
        <translation>请至少选择一个取值。</translation>
    </message>
    <message>
        <source>Code size</source>
        <translation>编码大小</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩倍数</translation>
    </message>
    <message>
        <source>Drag along an axis to choose a range; click it to choose all again (Esc)</source>
        <translation>沿坐标轴拖动可选择范围；单击它恢复全部（Esc）</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Error against code size</source>
        <translation>误差与编码大小</translation>
    </message>
    <message>
        <source>Every trial will be a line here, from its parameters to its error.</source>
        <translation>每次试验都会是这里的一条线，从参数连到误差。</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>List at least one value, such as 2, 4, 8.</source>
        <translation>请至少列出一个取值，例如 2, 4, 8。</translation>
    </message>
    <message>
        <source>Map of the error</source>
        <translation>误差热图</translation>
    </message>
    <message>
        <source>No mean: none of {seeds} seeds has a whole trial</source>
        <translation>没有平均值：{seeds} 个种子中没有一个有完整的试验</translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation>平行坐标</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Pruned</source>
        <translation>已剪枝</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The error at every combination of the two parameters will be painted here.</source>
        <translation>两个参数每种组合的误差会画在这里。</translation>
    </message>
    <message>
        <source>The error of every whole trial will be drawn here.</source>
        <translation>每次完成的试验的误差会画在这里。</translation>
    </message>
    <message>
        <source>Training error</source>
        <translation>训练误差</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>Validation error</source>
        <translation>验证误差</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>mean of fewer seeds</source>
        <translation>较少种子的平均值</translation>
    </message>
    <message>
        <source>{metric}: {mean}, mean ± standard deviation over {count} of {seeds} seeds</source>
        <translation>{metric}：{mean}，取自 {seeds} 个种子中的 {count} 个，平均值 ± 标准差</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>Building the model…</source>
        <translation>正在构建模型…</translation>
    </message>
    <message>
        <source>Compiling the training step…</source>
        <translation>正在编译训练步骤…</translation>
    </message>
    <message>
        <source>Diverged. {error}</source>
        <translation>已发散。{error}</translation>
    </message>
    <message>
        <source>Failed. {error}</source>
        <translation>失败。{error}</translation>
    </message>
    <message>
        <source>Finished after 1 epoch.</source>
        <translation>训练 1 轮后完成。</translation>
    </message>
    <message>
        <source>Finished after {epoch} epochs.</source>
        <translation>训练 {epoch} 轮后完成。</translation>
    </message>
    <message>
        <source>Interrupted after epoch {epoch}.</source>
        <translation>在第 {epoch} 轮后中断。</translation>
    </message>
    <message>
        <source>Loading TensorFlow…</source>
        <translation>正在加载 TensorFlow…</translation>
    </message>
    <message>
        <source>Stopped after epoch {epoch}.</source>
        <translation>在第 {epoch} 轮之后停止。</translation>
    </message>
    <message>
        <source>Stopped early after epoch {epoch}: the validation loss no longer improved.</source>
        <translation>在第 {epoch} 轮后提前停止：验证损失不再改善。</translation>
    </message>
    <message>
        <source>Stopped in epoch 2; 1 epoch is whole.</source>
        <translation>在第 2 轮中停止；1 轮是完整的。</translation>
    </message>
    <message>
        <source>Stopped in epoch {begun}; {epoch} epochs are whole.</source>
        <translation>在第 {begun} 轮中停止；{epoch} 轮是完整的。</translation>
    </message>
    <message>
        <source>Stopped in the first epoch.</source>
        <translation>在第一轮中停止。</translation>
    </message>
</context>
<context>
    <name>viewers</name>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Denoising</source>
        <translation>去噪</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>Latent plane</source>
        <translation>潜平面</translation>
    </message>
    <message>
        <source>Reconstructions</source>
        <translation>重构</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{number} images/s</source>
        <translation>{number} 张图像/秒</translation>
    </message>
    <message>
        <source>{number} sequences/s</source>
        <translation>{number} 个序列/秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
</TS>
