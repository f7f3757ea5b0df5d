typed-only-words = I understand words and buttons only: I cannot read pictures, voice messages or stickers.
typed-use-buttons = There is nothing to type here: please press a button under the message.
page-before = ‹ Earlier
page-after = Further ›
