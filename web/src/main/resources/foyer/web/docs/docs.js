// Shows the description that this deployment serves itself; nothing is fetched from or sent to anywhere else.
window.SwaggerUIBundle({
  url: '/openapi',
  dom_id: '#docs',
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
