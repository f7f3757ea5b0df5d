# Комнаты программы: то, что команде нужно время от времени.

rooms-title = 🧰 <b>Ещё по программе</b>
rooms-go-team = 👥 Команда
rooms-go-links = ✉️ Ссылки
rooms-go-settings = ⚙️ Настройки
