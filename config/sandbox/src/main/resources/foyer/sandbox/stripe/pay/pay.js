// Fills test numbers in and keeps a form from being sent twice; the page works without it.
const form = document.querySelector("form");

for (const button of document.querySelectorAll("[data-fill]")) {
  button.addEventListener("click", () => {
    const debit = button.closest(".debit") !== null;
    form.elements[debit ? "account" : "number"].value = button.dataset.fill;
    if (!debit) {
      form.elements.expiry.value = "12 / 39";
      form.elements.cvc.value = "123";
    }
    form.querySelector("#pay").focus();
  });
}

form?.addEventListener("submit", event => {
  const pay = form.querySelector("#pay");
  if (pay === null) return;
  if (pay.getAttribute("aria-busy") === "true") {
    event.preventDefault();
    return;
  }
  pay.setAttribute("aria-busy", "true");
  pay.textContent = "Processing…";
});

// Whoever comes back from the shop's page finds the button as it was.
addEventListener("pageshow", event => {
  if (event.persisted) location.reload();
});
