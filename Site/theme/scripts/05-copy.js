function copy(button) {
  const text = $(button.dataset.copy).textContent, label = button.textContent;
  const say = word => { button.textContent = word; setTimeout(() => { button.textContent = label; }, 1600); };
  const byHand = () => {
    const area = document.body.appendChild(document.createElement('textarea'));
    area.value = text; area.select();
    say(document.execCommand('copy') ? 'Copied' : 'Not allowed');
    area.remove(); button.focus();
  };
  if (navigator.clipboard && isSecureContext) navigator.clipboard.writeText(text).then(() => say('Copied'), byHand); else byHand();
}
