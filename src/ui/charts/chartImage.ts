import { withPngText } from '../../export/pngText'
import type { LegendEntry } from './chartLines'

/** A chart as it is drawn, and what stands around it on its card. */
export interface DrawnChart {
  readonly svg: SVGSVGElement
  readonly title: string
  readonly unit: string
  readonly legend: readonly LegendEntry[]
}

/** Room around the picture and between its parts [px]. */
const GAP = 12
const TITLE_HEIGHT = 26
const LEGEND_LINE = 20
/** Mean width of a character of the legend [px], counted generously. */
const CHARACTER_WIDTH = 7
/** Pixels of a PNG for each of the page's: legible in print and on fine screens. */
const PNG_SCALE = 2

/** What style sheets say about an element of a drawing and a file must say itself. */
const STYLE_PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const

/**
 * The chart with title and legend as a self-contained SVG in the colours of the present theme.
 * @param origin where its figures come from
 */
export function chartSvg(
  { svg, title, unit, legend }: DrawnChart,
  origin: string,
): { text: string; width: number; height: number } {
  const page = getComputedStyle(document.documentElement)
  const { width: chartWidth, height: chartHeight } = svg.getBoundingClientRect()
  const entries = placeLegend(legend, chartWidth)
  const legendHeight = entries.length === 0 ? 0 : (entries.at(-1)?.y ?? 0) + LEGEND_LINE
  const width = Math.ceil(chartWidth) + 2 * GAP
  const height = Math.ceil(TITLE_HEIGHT + chartHeight + legendHeight) + 2 * GAP

  const picture = svgElement('svg', { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` })
  const description = svgElement('desc', {})
  description.textContent = origin
  picture.append(description)
  picture.append(svgElement('rect', { width, height, fill: page.getPropertyValue('--surface') }))
  const color = page.getPropertyValue('--text')
  const font = { 'font-family': getComputedStyle(document.body).fontFamily, fill: color }
  const heading = unit === '' ? title : `${title} [${unit}]`
  picture.append(text(heading, { ...font, x: GAP, y: GAP + 14, 'font-size': 14, 'font-weight': 600 }))

  const drawing = styledCopy(svg)
  drawing.setAttribute('x', String(GAP))
  drawing.setAttribute('y', String(GAP + TITLE_HEIGHT))
  picture.append(drawing)

  const top = GAP + TITLE_HEIGHT + chartHeight
  for (const { entry, x, y } of entries) {
    const stroke = resolved(entry.color, page)
    const at = { x1: GAP + x, x2: GAP + x + 22, y1: top + y + 10, y2: top + y + 10 }
    const look = { 'stroke-width': entry.filled ? 8 : 2, 'stroke-dasharray': entry.dash ?? 'none' }
    picture.append(svgElement('line', { ...at, ...look, stroke }))
    picture.append(text(entry.name, { ...font, x: GAP + x + 28, y: top + y + 14, 'font-size': 12 }))
  }
  return { text: new XMLSerializer().serializeToString(picture), width, height }
}

/** The same picture as a PNG. Rejects when the browser cannot draw it. */
export async function chartPng(chart: DrawnChart, origin: string): Promise<Blob> {
  const { text, width, height } = chartSvg(chart, origin)
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = new OffscreenCanvas(width * PNG_SCALE, height * PNG_SCALE)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const png = await canvas.convertToBlob({ type: 'image/png' })
    const told = withPngText(new Uint8Array(await png.arrayBuffer()), 'Description', origin)
    return new Blob([told], { type: 'image/png' })
  } finally {
    URL.revokeObjectURL(url)
  }
}

const SVG = 'http://www.w3.org/2000/svg'

function svgElement(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}

function text(content: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = svgElement('text', attributes)
  element.textContent = content
  return element
}

/** A copy that looks the same without the page's style sheets. */
function styledCopy(svg: SVGSVGElement): SVGElement {
  const copy = svg.cloneNode(true) as SVGElement
  const originals = [svg, ...svg.querySelectorAll('*')]
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[index] as Element)
    for (const property of STYLE_PROPERTIES) element.setAttribute(property, style.getPropertyValue(property))
    element.removeAttribute('class')
    element.removeAttribute('style')
    element.removeAttribute('tabindex')
  }
  return copy
}

/** A colour that may be a variable of the style sheet. */
function resolved(color: string, page: CSSStyleDeclaration): string {
  const variable = /^var\((--[\w-]+)\)$/.exec(color)?.[1]
  return variable === undefined ? color : page.getPropertyValue(variable)
}

/** Entries one after the other, in as many lines as they need. */
function placeLegend(legend: readonly LegendEntry[], width: number) {
  let x = 0
  let y = 0
  return legend.map((entry) => {
    const needed = 28 + entry.name.length * CHARACTER_WIDTH + GAP
    if (x > 0 && x + needed > width) {
      x = 0
      y += LEGEND_LINE
    }
    const place = { entry, x, y }
    x += needed
    return place
  })
}
