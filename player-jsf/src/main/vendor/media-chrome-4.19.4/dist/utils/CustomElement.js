class CustomElement extends HTMLElement {
  static get observedAttributes() {
    return [];
  }
  attributeChangedCallback(attrName, oldValue, newValue) {
  }
  connectedCallback() {
  }
  disconnectedCallback() {
  }
}
export {
  CustomElement
};
