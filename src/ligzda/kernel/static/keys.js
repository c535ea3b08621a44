// A form that a security key answers (WebAuthn): its button asks the key, and sends what it says.
"use strict";
for (const form of document.querySelectorAll("form[data-key]")) {
  const answer = form.elements.credential, said = form.querySelector("[role=alert]");
  let answered = false;
  form.addEventListener("submit", async (event) => {
    if (answered) return;
    event.preventDefault();
    said.hidden = true;
    try {
      const asked = JSON.parse(document.getElementById("key-options").textContent);
      const { publicKey } = asked.creation_options ?? asked.request_options;
      const credential = form.dataset.key === "new"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
      answer.value = JSON.stringify(credential);
      answered = true;
      form.requestSubmit(event.submitter);
    } catch (error) {
      const cause = { NotAllowedError: "declined", InvalidStateError: "known", SecurityError: "address" }[error.name];
      said.textContent = form.dataset[cause ?? "failed"];
      said.hidden = false;
    }
  });
}
