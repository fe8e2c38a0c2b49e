/**
 * Keeps the browser from laying out and painting for a screen at which nobody looks, while it waits for the typesetter.
 * What is printed is not concerned.
 */
const curtain = document.createElement('style')
curtain.dataset.pagedjsIgnore = ''
curtain.textContent = '@media screen { html { display: none !important } }'

export function drawCurtain(): void {
  document.documentElement.append(curtain)
}

export function raiseCurtain(): void {
  curtain.remove()
}
