// Draws uikit.Chart with ECharts, in the colours of the theme; loads the library at the first chart.
// Okabe and Ito's colours: everybody can tell them apart; patterns and the table help those who see none.
const LIGHT = ['#5b3a8c', '#b35900', '#00735c', '#0067a3', '#8a6d00', '#a8466f', '#56616b'];
const DARK = ['#b79df0', '#f2a65a', '#4cc9a4', '#74bdf0', '#e6d25a', '#ee9bbd', '#aab4be'];
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
let library;

function load() {
  library ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = 'webjars/echarts/echarts.min.js';
    script.onload = () => done(window.echarts);
    script.onerror = failed;
    document.head.append(script);
  });
  return library;
}

// lines the legend takes, by a rough width of its words
function legendLines(data, width) {
  let lines = 1;
  let used = 0;
  for (const { name } of data.series) {
    const entry = 34 + name.length * 7.5;
    if (used > 0 && used + entry > width) {
      lines += 1;
      used = 0;
    }
    used += entry;
  }
  return lines;
}

function options(data, style, width) {
  const text = style.getPropertyValue('--c-text-quiet').trim() || style.color;
  const line = style.getPropertyValue('--c-line').trim() || '#8884';
  const stacked = data.kind === 'STACKED_BARS';
  const few = data.categories.length <= 8; // each has its name: in several lines, slanted where not even a word has room
  const room = (width - 48) / data.categories.length - 6;
  const longest = Math.max(0, ...data.categories.flatMap((name) => name.split(' ')).map((word) => word.length * 7.5));
  const name = longest > room
    ? { rotate: 40, width: 110, overflow: 'truncate' }
    : { width: Math.max(40, room), overflow: 'break', lineHeight: 15 };
  return {
    color: dark.matches ? DARK : LIGHT,
    animation: !calm.matches,
    animationDuration: 300,
    aria: { enabled: false, decal: { show: stacked } },
    textStyle: { fontFamily: style.fontFamily, fontSize: 13, color: text },
    grid: { left: 4, right: 12, top: 12, bottom: data.series.length > 1 ? 12 + 24 * legendLines(data, width) : 10, containLabel: true },
    legend: data.series.length > 1
      ? { bottom: 0, left: 0, itemWidth: 12, itemHeight: 12, width, textStyle: { color: text, fontSize: 13 } }
      : undefined,
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true },
    xAxis: {
      type: 'category',
      data: data.categories,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: few
        ? { color: text, interval: 0, ...name }
        : { color: text, hideOverlap: true }
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: line } },
      axisLabel: { color: text }
    },
    series: data.series.map((series) => ({
      name: series.name,
      type: data.kind === 'LINE' ? 'line' : 'bar',
      stack: stacked ? 'all' : undefined,
      data: series.values,
      barMaxWidth: 36,
      symbolSize: 7,
      itemStyle: { borderRadius: stacked ? 0 : [3, 3, 0, 0] }
    }))
  };
}

async function draw(canvas, data) {
  canvas.cauce?.abort();
  const end = new AbortController();
  canvas.cauce = end;
  const echarts = await load();
  if (end.signal.aborted || !canvas.isConnected) return;
  echarts.getInstanceByDom(canvas)?.dispose();
  const chart = echarts.init(canvas, null, { renderer: 'svg' });
  const paint = () => chart.setOption(options(data, getComputedStyle(canvas), canvas.clientWidth), true);
  paint();
  dark.addEventListener('change', paint, { signal: end.signal });
  let width = canvas.clientWidth;
  const size = new ResizeObserver(() => {
    if (!canvas.isConnected) return end.abort();
    chart.resize();
    if (width !== canvas.clientWidth) paint();
    width = canvas.clientWidth;
  });
  size.observe(canvas);
  end.signal.addEventListener('abort', () => {
    size.disconnect();
    chart.dispose();
  });
}

window.cauceChart = { draw };
